import type { Consumer, Queues } from '@assay/queue';

/** How far back it is looked for the pace of the judge, ms. */
const lookBackMs = 60_000;
/** Watched for shorter than this, ms, a pace says nothing. */
const shortestMs = 2_000;

/** How fast jobs of the judge end, of all kinds and on all workers, as this process hears of it. */
export class JudgePace {
  readonly #now: () => Date;
  readonly #done: number[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Whoever calls it closes it. */
  listen(queues: Pick<Queues, 'onJudgeDone'>): Consumer {
    return queues.onJudgeDone(() => this.note());
  }

  /** A job has ended. */
  note(): void {
    const at = this.#now().getTime();
    this.#done.push(at);
    while ((this.#done[0] ?? at) < at - lookBackMs) this.#done.shift();
  }

  /**
   * How long a job with so many before it will wait for its turn, ms, by the pace since `waitsSince`: the judge was
   * not idle from then on. Nothing where that is not known: it has hardly waited, or nothing has ended meanwhile.
   */
  estimateWaitMs(ahead: number, waitsSince: Date): number | undefined {
    const now = this.#now().getTime();
    const from = Math.max(waitsSince.getTime(), now - lookBackMs);
    const done = this.#done.filter((at) => at >= from).length;
    if (now - from < shortestMs || done === 0) return undefined;
    // One place becomes free for each that ends, and those before it take theirs first.
    return ((ahead + 1) * (now - from)) / done;
  }
}
