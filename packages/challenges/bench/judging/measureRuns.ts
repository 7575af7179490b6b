/** How long runs take, and how many fit into a second. */
export type Measured = Latency & {
  /** Runs a second on each core when all cores are busy with them. */
  perSecondPerCore: number;
};

export type Latency = { runs: number; p50Ms: number; p95Ms: number };

/**
 * Runs one after the other, after a first one that is not counted.
 * `run` returns how long it took, ms; no more begin after `budgetMs` of real time.
 */
export async function measureLatency(
  run: () => Promise<number>,
  { runs, budgetMs }: { runs: number; budgetMs: number },
): Promise<Latency> {
  await run();
  const times: number[] = [];
  const until = performance.now() + budgetMs;
  while (times.length < runs && (times.length === 0 || performance.now() < until)) {
    times.push(await run());
  }
  return { runs: times.length, p50Ms: percentile(times, 50), p95Ms: percentile(times, 95) };
}

/**
 * Keeps all cores busy: one lane each, whose runs begin until `budgetMs` of real time are over.
 * @returns runs a second on each core
 */
export async function measureThroughput(
  run: (lane: number) => Promise<number>,
  { cores, budgetMs }: { cores: number; budgetMs: number },
): Promise<number> {
  const startedAt = performance.now();
  let runs = 0;
  await Promise.all(
    Array.from({ length: cores }, async (_, lane) => {
      do {
        await run(lane);
        runs += 1;
      } while (performance.now() - startedAt < budgetMs);
    }),
  );
  return round((1_000 * runs) / (performance.now() - startedAt) / cores, 2);
}

function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN, 1);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
