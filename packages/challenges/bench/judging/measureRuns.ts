/** How long runs take, and how many fit into a second. */
export type Measured = {
  runs: number;
  p50Ms: number;
  p95Ms: number;
  /** Runs a second on each core when all cores are busy with them. */
  perSecondPerCore: number;
};

export type Plan = {
  /** Runs one after the other, for the percentiles. */
  sequential: number;
  /** Runs at a time, and how often, for the throughput. */
  cores: number;
  rounds: number;
  /** Real time in which sequential runs may begin, ms. Keeps the whole benchmark bounded. */
  budgetMs: number;
};

/** `run(lane)` makes one run and returns how long it took, ms; runs of different lanes go on together. */
export async function measureRuns(
  run: (lane: number) => Promise<number>,
  { sequential, cores, rounds, budgetMs }: Plan,
): Promise<Measured> {
  await run(0);
  const times: number[] = [];
  const startedAt = performance.now();
  while (times.length < sequential && performance.now() - startedAt < budgetMs)
    times.push(await run(0));

  const lanes = Array.from({ length: cores }, (_, lane) => lane);
  const busyFrom = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      for (let done = 0; done < rounds; done += 1) await run(lane);
    }),
  );
  const busyMs = performance.now() - busyFrom;
  return {
    runs: times.length,
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
    perSecondPerCore: round((1_000 * rounds) / busyMs, 2),
  };
}

function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN, 1);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
