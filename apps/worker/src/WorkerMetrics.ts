import type { Verdict } from '@assay/contracts/verdict';
import type { Judge, JudgePhase } from '@assay/sandbox';
import { Counter, Histogram, type Registry, watch } from '@assay/telemetry';

const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What kinds of work a worker takes. */
export type WorkKind =
  | 'submission'
  | 'exploration'
  | 'practice'
  | 'live'
  | 'rejudgement'
  | 'verification';

/** What a worker counts as it happens, and what is looked at whenever the metrics are read. */
export class WorkerMetrics {
  readonly #verdicts: Counter<'kind' | 'status'>;
  readonly #runs: Histogram<'kind'>;
  readonly #phases: Histogram<'phase'>;
  #running = 0;

  constructor(registry: Registry, judge: Pick<Judge, 'load'>, concurrency: number) {
    const registers = [registry];
    this.#verdicts = new Counter({
      name: 'assay_worker_verdicts_total',
      help: 'Verdicts that this worker came to. A job that is delivered again counts again.',
      labelNames: ['kind', 'status'],
      registers,
    });
    this.#runs = new Histogram({
      name: 'assay_worker_run_seconds',
      help: 'Time from a job being taken to its result being handed on.',
      labelNames: ['kind'],
      buckets: seconds,
      registers,
    });
    this.#phases = new Histogram({
      name: 'assay_judge_phase_seconds',
      help: 'Where the time of judging a submission goes.',
      labelNames: ['phase'],
      buckets: seconds,
      registers,
    });
    watch(
      registry,
      { name: 'assay_worker_slots', help: 'Submissions that this worker judges at a time.' },
      () => [{ value: concurrency }],
    );
    watch(
      registry,
      { name: 'assay_worker_jobs_running', help: 'Jobs that this worker is at.' },
      () => [{ value: this.#running }],
    );
    watch(
      registry,
      {
        name: 'assay_runners',
        help: 'Runner processes: warm ones that wait for work, ones that start, and ones at work.',
        labelNames: ['state'],
      },
      () => Object.entries(judge.load()).map(([state, value]) => ({ labels: { state }, value })),
    );
  }

  verdict(kind: WorkKind, status: Verdict['status']): void {
    this.#verdicts.inc({ kind, status });
  }

  phase(phase: JudgePhase, ms: number): void {
    this.#phases.observe({ phase }, ms / 1_000);
  }

  /** Counts a piece of work while it lasts, and how long it took. */
  async measure(kind: WorkKind, work: () => Promise<void>): Promise<void> {
    const done = this.#runs.startTimer({ kind });
    this.#running += 1;
    try {
      await work();
    } finally {
      this.#running -= 1;
      done();
    }
  }
}
