/**
 * CPU of this thread by whoever is running on it. Isolates enter each other through synchronous calls, so
 * that the accounts form a stack. isolated-vm's own `cpuTime` is real time, in which a busy machine and
 * PostgreSQL's work would count against the candidate.
 */
type Account = { usedMs: number; realMs: number };

const stack: Account[] = [];
let lastMs = 0;
let lastRealMs = 0;

/** CPU of this thread, ms. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Charges what has passed since the last change to whoever was running. */
function charge(): void {
  const nowMs = threadCpuMs();
  const running = stack.at(-1);
  const realMs = performance.now();
  if (running) {
    running.usedMs += nowMs - lastMs;
    running.realMs += realMs - lastRealMs;
  }
  lastMs = nowMs;
  lastRealMs = realMs;
}

/** Runs `work` on `account`; what it enters in turn goes on the accounts of those. */
export function metered<T>(account: Account, work: () => T): T {
  charge();
  stack.push(account);
  try {
    return work();
  } finally {
    charge();
    stack.pop();
  }
}
