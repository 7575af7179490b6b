import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RunnerFrame } from './frames.ts';
import { type WatchedTurns, watchTurns } from './watchTurns.ts';

/** How long past its time-out a turn may take to end, ms: V8 asks whether to stop at loops and calls. */
const graceMs = 100;
const patienceCpuMs = 400;

/** A clock that all threads of a process agree on, ms. */
const sharedNow = () => performance.timeOrigin + performance.now();

/**
 * Watches turns from another thread. isolated-vm keeps no time limit while it reads the error of a rejected
 * promise, which runs getters of the guest's, nor can it stop some of V8's own loops: this thread never comes
 * back from there, so the other one tells the parent.
 */
export class Watch {
  /** When the turn under way is overdue; 0 between turns. Both threads see it. */
  readonly #overdueAt = new Float64Array(new SharedArrayBuffer(8));

  /** Resolves when turns are watched. `channel` is the descriptor on which the parent listens. */
  async start(channel: number): Promise<void> {
    const given: WatchedTurns = {
      overdue: this.#overdueAt,
      channel,
      frame: JSON.stringify({ type: 'stuck' } satisfies RunnerFrame),
      patienceCpuMs,
    };
    const worker = new Worker(`(${watchTurns.toString()})()`, {
      eval: true,
      workerData: given,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
    });
    worker.unref();
    await once(worker, 'message');
  }

  /** Runs `turn`, which must not take longer than `timeoutMs`. Turns may be nested. */
  during<T>(timeoutMs: number, turn: () => T): T {
    const outer = this.#overdueAt[0] ?? 0;
    this.#overdueAt[0] = sharedNow() + timeoutMs + graceMs;
    try {
      return turn();
    } finally {
      this.#overdueAt[0] = outer;
    }
  }
}
