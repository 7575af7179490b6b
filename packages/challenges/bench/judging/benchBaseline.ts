import type { Challenge } from '@assay/challenges';
import { Baseline, type BaselineKind } from '../baselines/Baseline.ts';
import { measureCpu } from './measureCpu.ts';
import { measureLatency, measureThroughput, round } from './measureRuns.ts';
import { budgetMs, type Measured } from './Measured.ts';

/** Measures a fresh process for each run, which is what one would otherwise have. */
export async function benchBaseline(
  kind: BaselineKind,
  challenge: Challenge,
  cores: number,
): Promise<Measured> {
  const lanes = await Promise.all(
    Array.from({ length: cores }, () => Baseline.prepare(kind, challenge)),
  );
  try {
    // The first run of each fills Jest's cache of transformed files, as on a machine that is in use.
    for (const lane of lanes) await lane.run();
    const run = async (lane: number) => (await lanes[lane]?.run()) ?? 0;
    const latency = await measureLatency(() => run(0), { runs: 8, budgetMs: budgetMs.latency });
    const alone = await measureThroughput(run, { lanes: 1, budgetMs: budgetMs.throughput });
    let together = alone;
    const cpuMs = await measureCpu(async () => {
      together = await measureThroughput(run, { lanes: cores, budgetMs: budgetMs.throughput });
    });
    return {
      ...latency,
      cpuMs: cpuMs === undefined ? undefined : round(cpuMs / together.runs, 0),
      perSecond: { oneAtATime: alone.perSecond, onAllCores: together.perSecond },
    };
  } finally {
    for (const lane of lanes) await lane.close();
  }
}
