import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CandidateSubmission } from '@assay/contracts/http';
import type { VerdictStatus } from '@assay/contracts/verdict';
import { WorkspaceProvider, type WorkspaceSocket } from '@assay/workspace/browser';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { z } from 'zod';
import type { Browser } from '#testing/Browser.ts';
import { until } from '#testing/until.ts';
import { slug, typedFile, typedText } from './work.ts';

/** Between two keys of one person, ms. */
const keyMs = 100;
/** Between two presses of one person, ms, at least and at most, also for who is in a hurry: the API allows thirty a minute. */
const [restMs, restAtMostMs] = [2_100, 4_000] as const;
/** Between two looks at a run that no message tells of, ms. */
const lookMs = 500;
/** Before the page sends again what was not answered, ms, at first and at most. */
const [repeatMs, repeatAtMostMs] = [500, 4_000] as const;
/** Before somebody who was told that it did not work presses again, ms. */
const afterErrorMs = 2_500;

/** What the server has acknowledged of one run. */
export type Acknowledged = { id: string; keys: number };

/**
 * A candidate's page under load: types one key after the other over the provider that the web app has, and runs or
 * submits, waits for the verdict, rests, and does so again. Keeps a ledger of what was acknowledged.
 */
export class LoadCandidate {
  readonly attemptId: string;
  /** What the work in the workspace deserves. */
  readonly deserved: VerdictStatus;
  readonly acknowledged: Acknowledged[] = [];
  /** Times that somebody pressed a button and was not refused, each of which has to become one submission. */
  presses = 0;
  verdicts = 0;
  /** Keys that the server has said it has. */
  keys = 0;
  /** What was saved and was not there any more when the page was opened anew. */
  readonly missed: string[] = [];
  /** What the person was told when a button did not work. */
  readonly errors: string[] = [];
  readonly #browser: Browser;
  readonly #random: () => number;
  readonly #socket: WorkspaceSocket;
  #doc = new Y.Doc();
  #page: WorkspaceProvider;
  /** While the hands are off the keys, for a run; and while the page is closed. */
  #still = false;
  #away = false;
  #typed = 0;
  #typing: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stopping = false;
  #hurry = Promise.withResolvers<void>();
  #pressedAt = 0;

  constructor(options: {
    browser: Browser;
    attemptId: string;
    deserved: VerdictStatus;
    random: () => number;
  }) {
    const { browser, attemptId } = options;
    this.attemptId = attemptId;
    this.deserved = options.deserved;
    this.#browser = browser;
    this.#random = options.random;
    this.#socket = io(browser.url, {
      transports: ['websocket'],
      forceNew: true,
      // As the page's own.
      reconnectionDelay: 500,
      reconnectionDelayMax: 2_000,
      extraHeaders: { cookie: browser.cookie },
    });
    this.#page = this.#open();
    // The page's socket, once the server has ended it, comes back.
    this.#socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect' && !this.#stopping) this.#socket.connect();
    });
  }

  get page(): WorkspaceProvider {
    return this.#page;
  }

  /** What the page shows of what was typed. */
  get text(): string {
    return this.#doc.getMap<Y.Text>('files').get(typedFile)?.toString() ?? '';
  }

  start(): void {
    this.#doc.getMap<Y.Text>('files').set(typedFile, new Y.Text());
    this.#typing = setInterval(() => this.#type(), keyMs);
    this.#working = this.#work();
  }

  /** Ends the rest between two runs, as far as the API allows it. */
  hurry(): void {
    this.#hurry.resolve();
  }

  /** Types until all is saved, and closes the page, which forgets all that it knew. */
  async leave(): Promise<void> {
    this.#away = true;
    await this.#settle();
    this.#page.close();
  }

  /** Opens the page anew and goes on; what had been saved has to be there. Rejects when it does not open. */
  async comeBack(): Promise<void> {
    this.#doc = new Y.Doc();
    this.#page = this.#open();
    await until('a page comes back', () => this.#page.opened);
    const missing = this.#typed - this.text.length;
    if (missing > 0) this.missed.push(`${missing} keys of ${this.attemptId}`);
    this.#typed = this.text.length;
    this.#away = false;
  }

  /** Presses no more, and resolves when all that was pressed is judged and all that was typed is saved. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#typing);
    this.hurry();
    await this.#working;
    await this.#settle();
  }

  close(): void {
    this.#stopping = true;
    clearInterval(this.#typing);
    this.hurry();
    this.#page.close();
    this.#socket.disconnect();
  }

  #open(): WorkspaceProvider {
    const { attemptId } = this;
    const page = new WorkspaceProvider({
      socket: this.#socket,
      attemptId,
      challenge: slug,
      doc: this.#doc,
    });
    page.subscribe(() => {
      if (page.saveState.kind === 'saved') this.keys = this.#typed;
    });
    return page;
  }

  /** Resolves once all that was typed is saved. */
  async #settle(): Promise<void> {
    while ((await this.#page.whenSettled()).kind !== 'saved') await delay(lookMs);
    this.keys = this.#typed;
  }

  #type(): void {
    if (this.#still || this.#away) return;
    const text = this.#doc.getMap<Y.Text>('files').get(typedFile);
    text?.insert(text.length, typedText(this.#typed, this.#typed + 1));
    this.#typed += 1;
  }

  async #work(): Promise<void> {
    while (!this.#stopping) {
      const rest = restMs + this.#random() * (restAtMostMs - restMs);
      await Promise.race([delay(rest, undefined, { ref: false }), this.#hurry.promise]);
      this.#hurry = Promise.withResolvers();
      const sinceMs = performance.now() - this.#pressedAt;
      if (sinceMs < restMs) await delay(restMs - sinceMs);
      if (this.#stopping) return;
      if (this.#away) continue;
      this.#pressedAt = performance.now();
      // Who runs something takes the hands off the keys, and the page sends nothing that is not saved.
      this.#still = true;
      await this.#settle();
      const { keys } = this;
      this.#still = false;
      await this.#run(keys);
    }
  }

  async #run(keys: number): Promise<void> {
    const id = await this.#press();
    if (id === undefined) {
      await delay(afterErrorMs);
      return;
    }
    this.acknowledged.push({ id, keys });
    for (;;) {
      const found = (await this.#list())?.find((one) => one.id === id);
      if (found?.state === 'judged') break;
      await Promise.race([this.#judged(id), delay(lookMs)]);
    }
    this.verdicts += 1;
  }

  /** Presses a button, and sends that until it is answered, as the page does; `undefined` when it was refused. */
  async #press(): Promise<string | undefined> {
    const suite = this.#random() < 0.5 ? 'public' : 'hidden';
    const body = { challenge: slug, suite, idempotencyKey: randomUUID() };
    const path = `/api/attempts/${this.attemptId}/submissions`;
    for (let repeats = 0; ; repeats += 1) {
      const answer = await this.#browser.send('POST', path, body).catch(() => undefined);
      if (answer?.status === 202) {
        this.presses += 1;
        return CandidateSubmission.parse(answer.body).id;
      }
      const isUnknown = answer === undefined || answer.status >= 500;
      if (!isUnknown && (answer.status !== 429 || repeats === 0)) {
        this.errors.push(`a run of ${this.attemptId} was refused: ${JSON.stringify(answer)}`);
        return undefined;
      }
      await delay(Math.min(repeatAtMostMs, repeatMs * 2 ** repeats));
    }
  }

  /** `undefined` when it did not work; the page asks again by itself, so nobody is told. */
  #list(): Promise<CandidateSubmission[] | undefined> {
    const path = `/api/attempts/${this.attemptId}/submissions`;
    return this.#browser.ask(z.array(CandidateSubmission), 'GET', path).catch(() => undefined);
  }

  #judged(id: string): Promise<void> {
    return new Promise((resolve) => {
      const hear = ({ submissionId }: { submissionId: string }) => {
        if (submissionId !== id) return;
        this.#socket.off('submission:judged', hear);
        resolve();
      };
      this.#socket.on('submission:judged', hear);
      setTimeout(() => this.#socket.off('submission:judged', hear), lookMs).unref();
    });
  }
}
