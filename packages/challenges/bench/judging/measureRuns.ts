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
 * Keeps `lanes` runs going at a time, which begin until `budgetMs` of real time are over.
 * @returns how many there were, and how many a second
 */
export async function measureThroughput(
  run: (lane: number) => Promise<unknown>,
  { lanes, budgetMs }: { lanes: number; budgetMs: number },
): Promise<{ runs: number; perSecond: number }> {
  const startedAt = performance.now();
  let runs = 0;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      do {
        await run(lane);
        runs += 1;
      } while (performance.now() - startedAt < budgetMs);
    }),
  );
  return { runs, perSecond: round((1_000 * runs) / (performance.now() - startedAt), 2) };
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN, 1);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
