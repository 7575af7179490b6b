import type { Verdict } from '@assay/contracts/verdict';
import { Counter, Histogram, type Registry } from '@assay/telemetry';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the API counts as it happens. What is asked for when it is read is in `watchServices`. */
export class ApiMetrics {
  readonly registry: Registry;
  readonly #requests: Histogram<'route' | 'method' | 'status'>;
  readonly #verdicts: Counter<'status' | 'suite'>;
  readonly #waited: Histogram<'suite'>;
  readonly #liveEntries: Histogram;
  readonly #liveSeconds: Histogram;
  readonly #unexpected: Counter;

  constructor(registry: Registry) {
    this.registry = registry;
    const registers = [registry];
    this.#requests = new Histogram({
      name: 'assay_http_request_duration_seconds',
      help: 'Time from a request to the end of its answer, by route of the contract.',
      labelNames: ['route', 'method', 'status'],
      buckets: seconds,
      registers,
    });
    this.#verdicts = new Counter({
      name: 'assay_verdicts_recorded_total',
      help: 'Verdicts written down, each once, however often it was delivered.',
      labelNames: ['status', 'suite'],
      registers,
    });
    this.#waited = new Histogram({
      name: 'assay_submission_seconds',
      help: 'Time from a submission being stored to its verdict being written down.',
      labelNames: ['suite'],
      buckets: seconds,
      registers,
    });
    this.#liveEntries = new Histogram({
      name: 'assay_live_write_entries',
      help: 'Changes of live documents that one write of the log takes together.',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200],
      registers,
    });
    this.#liveSeconds = new Histogram({
      name: 'assay_live_write_seconds',
      help: 'Time that one write of the log of live documents takes.',
      buckets: seconds,
      registers,
    });
    this.#unexpected = new Counter({
      name: 'assay_unexpected_errors_total',
      help: 'Errors that nobody expected; each is in the log with its id.',
      registers,
    });
  }

  request(labels: { route: string; method: string; status: string }, took: number): void {
    this.#requests.observe(labels, took);
  }

  verdict(status: Verdict['status'], suite: string, waitedMs: number): void {
    this.#verdicts.inc({ status, suite });
    this.#waited.observe({ suite }, waitedMs / 1_000);
  }

  liveWrite(entries: number, ms: number): void {
    this.#liveEntries.observe(entries);
    this.#liveSeconds.observe(ms / 1_000);
  }

  unexpectedError(): void {
    this.#unexpected.inc();
  }
}
