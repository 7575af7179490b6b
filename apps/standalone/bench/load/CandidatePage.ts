import { setTimeout as sleep } from 'node:timers/promises';
import { CandidateSubmission } from '@assay/contracts/http';

import { WorkspaceProvider, type WorkspaceSocket } from '@assay/workspace/browser';
import * as Y from 'yjs';
import { z } from 'zod';
import type { Habits } from './crowdMessages.ts';
import { KeyClock } from './KeyClock.ts';
import { pageSocket } from './pageSocket.ts';
import { type LoadCandidate, loadChallengeSlug } from './preparePeople.ts';
import { typeInBursts } from './typeInBursts.ts';
import { untilTrue } from './untilTrue.ts';
import { Visitor } from './Visitor.ts';

/** How long a page may take to open, and a run to be judged, ms; longer is an error. */
const openMs = 120_000;
const judgedMs = 180_000;
/** While something is judged the page also asks, as the web app does, ms. */
const askAgainMs = 2_500;
/** After the last key: its answer may take so long, ms. */
const lastAnswerMs = 10_000;

export type PageResult = {
  keys: number[];
  runs: number[];
  calls: number[];
  errors: string[];
  unanswered: number;
};

/** A candidate's page: a socket, the document of the challenge, and the requests that the page sends. */
export class CandidatePage {
  readonly #visitor: Visitor;
  readonly #attemptId: string;
  readonly #socket: WorkspaceSocket;
  readonly #provider: WorkspaceProvider;

  private constructor({ who, attemptId }: LoadCandidate) {
    this.#visitor = Visitor.from(who);
    this.#attemptId = attemptId;
    this.#socket = pageSocket(who);
    this.#provider = new WorkspaceProvider({
      socket: this.#socket,
      attemptId,
      challenge: loadChallengeSlug,
      doc: new Y.Doc(),
    });
  }

  static async open(candidate: LoadCandidate): Promise<CandidatePage> {
    const page = new CandidatePage(candidate);
    if (!(await untilTrue(() => page.#provider.opened, openMs)))
      throw new Error('A page was not open within two minutes.');
    return page;
  }

  async work(habits: Habits, forMs: number, random: () => number): Promise<PageResult> {
    const end = performance.now() + forMs;
    const clock = new KeyClock(this.#provider, 'src/index.ts');
    const result: PageResult = { keys: [], runs: [], calls: [], errors: [], unanswered: 0 };
    const called = this.#visitor.timings.length;
    const note = (error: unknown) => {
      result.errors.push(error instanceof Error ? error.message.slice(0, 80) : String(error));
    };
    await Promise.all([
      typeInBursts(clock, habits, end, random),
      this.#atRandom(
        habits.runEverySeconds,
        end,
        random,
        async () => {
          result.runs.push(await this.#run(random() < habits.submitShare ? 'hidden' : 'public'));
        },
        note,
      ),
      this.#atRandom(
        habits.lookEverySeconds,
        end,
        random,
        async () => {
          await this.#visitor.send('GET', `/api/attempts/${this.#attemptId}`);
        },
        note,
      ),
    ]);
    await untilTrue(() => clock.pending === 0, lastAnswerMs);
    clock.close();
    result.keys = clock.latencies;
    result.unanswered = clock.pending;
    result.calls = this.#visitor.timings.slice(called).map(({ ms }) => ms);
    return result;
  }

  /** Does something now and then: as a Poisson process, but never twice at one time, since a page waits. */
  async #atRandom(
    everySeconds: number,
    end: number,
    random: () => number,
    act: () => Promise<void>,
    note: (error: unknown) => void,
  ): Promise<void> {
    if (everySeconds === 0) return;
    let next = performance.now();
    for (;;) {
      next += -Math.log(1 - random()) * everySeconds * 1_000;
      if (next >= end) return;
      await sleep(Math.max(0, next - performance.now()));
      await act().catch(note);
      next = Math.max(next, performance.now());
    }
  }

  /** From the press of the button to the verdict on the page, ms. */
  async #run(suite: 'public' | 'hidden'): Promise<number> {
    const from = performance.now();
    const path = `/api/attempts/${this.#attemptId}/submissions`;
    const { id } = z
      .object({ id: z.uuid() })
      .parse(await this.#visitor.send('POST', path, { challenge: loadChallengeSlug, suite }));
    const hear = Promise.withResolvers<void>();
    const listener = (told: { submissionId: string }) => {
      if (told.submissionId === id) hear.resolve();
    };
    this.#socket.on('submission:judged', listener);
    try {
      while (performance.now() - from < judgedMs) {
        await Promise.race([hear.promise, sleep(askAgainMs)]);
        const known = z.array(CandidateSubmission).parse(await this.#visitor.send('GET', path));
        const mine = known.find((submission) => submission.id === id);
        if (mine?.verdict?.status === 'sandbox_error') throw new Error('sandbox_error');
        if (mine?.state === 'judged') return performance.now() - from;
      }
      throw new Error('A run was not judged within three minutes.');
    } finally {
      this.#socket.off('submission:judged', listener);
    }
  }
}
