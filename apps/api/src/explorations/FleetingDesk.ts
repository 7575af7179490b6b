import type { Exploration } from '@assay/contracts/http';
import type { ExploreJob, PracticeJob } from '@assay/contracts/queue';
import type { Verdict } from '@assay/contracts/verdict';
import type { Consumer, JobOwner, Queues } from '@assay/queue';

/** How long somebody waits for what is not kept, ms: longer than the longest run, shorter than a proxy's patience. */
const patienceMs = 45_000;

type Waiting<Result> = Map<string, (result: Result) => void>;

/**
 * Where explorations, practice runs and runs of copies are handed in and waited for. Nothing is kept: who stops waiting has it
 * cancelled.
 */
export class FleetingDesk {
  readonly #queues: Queues;
  readonly #patienceMs: number;
  readonly #explorations: Waiting<Exploration> = new Map();
  readonly #verdicts: Waiting<Verdict> = new Map();

  constructor(queues: Queues, options: { patienceMs?: number } = {}) {
    this.#queues = queues;
    this.#patienceMs = options.patienceMs ?? patienceMs;
  }

  /** Takes what workers report, to whichever API node they do. Whoever calls it closes them. */
  listen(): Consumer[] {
    return [
      this.#queues.onExploreReport(({ explorationId, exploration }) =>
        this.#explorations.get(explorationId)?.(exploration),
      ),
      this.#queues.onPracticeReport(({ practiceId, verdict }) =>
        this.#verdicts.get(practiceId)?.(verdict),
      ),
    ];
  }

  /** What came of `job`; nothing when no judge had time, or when `signal` said that nobody waits any more. */
  explore(
    job: ExploreJob,
    owner: JobOwner,
    signal?: AbortSignal,
  ): Promise<Exploration | undefined> {
    const enqueue = () => this.#queues.enqueueExplore(job, owner);
    return this.#wait(this.#explorations, job.explorationId, enqueue, signal);
  }

  /** Likewise, the verdict on a practice run. */
  practise(job: PracticeJob, owner: JobOwner, signal?: AbortSignal): Promise<Verdict | undefined> {
    const enqueue = () => this.#queues.enqueuePractice(job, owner);
    return this.#wait(this.#verdicts, job.practiceId, enqueue, signal);
  }

  /** Likewise, the verdict on a run that lets everybody else's work go first. */
  runLast(job: PracticeJob, signal?: AbortSignal): Promise<Verdict | undefined> {
    const enqueue = () => this.#queues.enqueuePractice(job, 'last');
    return this.#wait(this.#verdicts, job.practiceId, enqueue, signal);
  }

  async #wait<Result>(
    waiting: Waiting<Result>,
    id: string,
    enqueue: () => Promise<void>,
    signal: AbortSignal | undefined,
  ): Promise<Result | undefined> {
    const { promise, resolve } = Promise.withResolvers<Result | undefined>();
    const giveUp = () => resolve(undefined);
    const timer = setTimeout(giveUp, this.#patienceMs);
    signal?.addEventListener('abort', giveUp);
    waiting.set(id, resolve);
    try {
      await enqueue();
      const result = await promise;
      if (result === undefined) await this.#queues.cancelJudge(id);
      return result;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      waiting.delete(id);
    }
  }
}
