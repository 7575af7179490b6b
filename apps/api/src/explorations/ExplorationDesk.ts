import type { Exploration } from '@assay/contracts/http';
import type { ExploreJob } from '@assay/contracts/queue';
import type { Consumer, Queues } from '@assay/queue';

/** How long somebody waits for an exploration, ms: longer than the longest run, shorter than a proxy's patience. */
const patienceMs = 45_000;

/** Where explorations are handed in and waited for. Nothing is kept: who stops waiting has it cancelled. */
export class ExplorationDesk {
  readonly #queues: Queues;
  readonly #patienceMs: number;
  readonly #waiting = new Map<string, (exploration: Exploration) => void>();

  constructor(queues: Queues, options: { patienceMs?: number } = {}) {
    this.#queues = queues;
    this.#patienceMs = options.patienceMs ?? patienceMs;
  }

  /** Takes what workers report, to whichever API node they do. Whoever calls it closes it. */
  listen(): Consumer {
    return this.#queues.onExploreReport(({ explorationId, exploration }) =>
      this.#waiting.get(explorationId)?.(exploration),
    );
  }

  /** What came of `job`; nothing when no judge had time, or when `signal` said that nobody waits any more. */
  async run(job: ExploreJob, signal?: AbortSignal): Promise<Exploration | undefined> {
    const { explorationId: id } = job;
    const { promise, resolve } = Promise.withResolvers<Exploration | undefined>();
    const giveUp = () => resolve(undefined);
    const timer = setTimeout(giveUp, this.#patienceMs);
    signal?.addEventListener('abort', giveUp);
    this.#waiting.set(id, resolve);
    try {
      await this.#queues.enqueueExplore(job);
      const exploration = await promise;
      if (exploration === undefined) await this.#queues.cancelJudge(id);
      return exploration;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      this.#waiting.delete(id);
    }
  }
}
