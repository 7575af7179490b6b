import type { Files } from '@assay/contracts/workspace';
import { Worker } from 'node:worker_threads';
import type { Fingerprint } from '#fingerprint/fingerprint.ts';
import type { SharedPart } from '#marking/markShared.ts';

export type Question =
  | { kind: 'fingerprint'; work: Files; given: Files }
  | { kind: 'mark'; left: Files; right: Files; given: Files; common: readonly number[] };

export type Answer =
  | { kind: 'fingerprint'; fingerprint: Fingerprint }
  | { kind: 'mark'; parts: SharedPart[] };

/** For one work or one pair, ms; most take a hundredth. Counters programs that a parser takes for ever to read. */
const readMs = 10_000;

/** Of the thread, MB. Counters the same programs' memory. */
const heapMb = 256;

/**
 * Reads candidates' programs in a thread that it starts when there is something to read, one after the other. What
 * takes too long or breaks the thread ends it, and the next question starts another.
 */
export class SimilarityReader {
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  readonly #limits: { readMs: number };

  /** The limits are those that hold when a question is asked. */
  constructor(limits = { readMs }) {
    this.#limits = limits;
  }

  /** Whether it answers no more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** `undefined` when the work cannot be read within time and memory. */
  async fingerprint(work: Files, given: Files): Promise<Fingerprint | undefined> {
    const answer = await this.#ask({ kind: 'fingerprint', work, given });
    return answer?.kind === 'fingerprint' ? answer.fingerprint : undefined;
  }

  /** `undefined` when the pair cannot be read within time and memory. */
  async markShared(
    pair: { left: Files; right: Files; given: Files },
    common: readonly number[],
  ): Promise<SharedPart[] | undefined> {
    const answer = await this.#ask({ kind: 'mark', ...pair, common });
    return answer?.kind === 'mark' ? answer.parts : undefined;
  }

  /** Ends the thread; what is asked later is not answered. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread?.terminate();
    await this.#last;
  }

  #ask(question: Question): Promise<Answer | undefined> {
    const answer = this.#last.then(() => this.#read(question));
    this.#last = answer;
    return answer;
  }

  async #read(question: Question): Promise<Answer | undefined> {
    if (this.#isClosed) return undefined;
    const thread = (this.#thread ??= startThread());
    const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
    const lost = () => {
      this.#thread = undefined;
      resolve(undefined);
    };
    const timer = setTimeout(() => void thread.terminate(), this.#limits.readMs);
    thread.once('message', resolve).once('exit', lost);
    thread.ref();
    thread.postMessage(question);
    const answer = await promise;
    clearTimeout(timer);
    thread.off('message', resolve).off('exit', lost);
    // An idle reader keeps no process alive.
    thread.unref();
    return answer;
  }
}

function startThread(): Worker {
  const thread = new Worker(new URL('similarityThread.ts', import.meta.url), {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  // Its end is what counts: whoever waits for an answer hears of that.
  thread.on('error', () => {});
  return thread;
}
