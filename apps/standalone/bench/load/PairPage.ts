import { LiveConnection, type WorkspaceSocket } from '@assay/workspace/browser';
import type { PageResult } from './CandidatePage.ts';
import type { Habits } from './crowdMessages.ts';
import { KeyClock } from './KeyClock.ts';
import { pageSocket } from './pageSocket.ts';
import type { LoadSession } from './preparePeople.ts';
import { typeInBursts } from './typeInBursts.ts';
import { untilTrue } from './untilTrue.ts';

const openMs = 120_000;
const lastAnswerMs = 10_000;

type Person = { sessionId: string } & LoadSession['people'][number];

/** A page of a live session. */
export class PairPage {
  readonly #socket: WorkspaceSocket;
  readonly #connection: LiveConnection;

  private constructor({ sessionId, who, as }: Person) {
    this.#socket = pageSocket(who);
    this.#connection = new LiveConnection(this.#socket, { sessionId, as }, ['code']);
  }

  static async open(person: Person): Promise<PairPage> {
    const page = new PairPage(person);
    if (!(await untilTrue(() => page.#code?.opened === true, openMs)))
      throw new Error('A page of a session was not open within two minutes.');
    return page;
  }

  /** Of what candidates do, people in a session type. */
  async work(habits: Habits, forMs: number, random: () => number): Promise<PageResult> {
    const code = this.#code;
    if (code === undefined) throw new Error('This page has no code.');
    const clock = new KeyClock(code, 'src/index.ts');
    await typeInBursts(clock, habits, performance.now() + forMs, random);
    await untilTrue(() => clock.pending === 0, lastAnswerMs);
    clock.close();
    const { latencies: keys, pending: unanswered } = clock;
    return { keys, runs: [], calls: [], errors: [], unanswered };
  }

  get #code() {
    return this.#connection.view().documents.get('code');
  }
}
