/** What the thread that watches turns is given. */
export type WatchedTurns = {
  /** When the turn under way is overdue, on the clock that threads share, ms; 0 between turns. */
  overdue: Float64Array;
  /** The descriptor on which the parent listens, and what it is told there. */
  channel: number;
  frame: string;
  /**
   * CPU that an overdue turn may use before it counts as stuck, ms: on a busy machine, time alone does not
   * mean that it had the chance to stop.
   */
  patienceCpuMs: number;
};

/**
 * The thread's program (see Watch): says once that a turn does not end. It starts from its own text, so it
 * can use nothing but what is global and what it is given.
 */
export function watchTurns(): void {
  const everyMs = 40;
  const threads = process.getBuiltinModule('node:worker_threads');
  const { overdue, channel, frame, patienceCpuMs } = threads.workerData as WatchedTurns;
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  const cpuMs = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  };

  threads.parentPort?.postMessage('ready');
  for (let watched = 0, cpuMsThen = 0; ;) {
    Atomics.wait(sleeper, 0, 0, everyMs);
    const overdueAt = overdue[0] ?? 0;
    if (overdueAt === 0 || performance.timeOrigin + performance.now() < overdueAt) continue;
    if (overdueAt !== watched) {
      watched = overdueAt;
      cpuMsThen = cpuMs();
    } else if (cpuMs() - cpuMsThen > patienceCpuMs) {
      process.getBuiltinModule('node:fs').writeSync(channel, `${frame}\n`);
      break;
    }
  }
}
