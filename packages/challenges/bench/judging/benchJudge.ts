import { setTimeout as sleep } from 'node:timers/promises';
import type { Challenge } from '@assay/challenges';
import { createJudge, type Judge, type JudgePhase } from '@assay/sandbox';
import { budgetMs, type Measured } from './Measured.ts';
import { measureCpu } from './measureCpu.ts';
import { measureLatency, measureThroughput, percentile, round } from './measureRuns.ts';

export type MeasuredJudge = Measured & {
  profile: Judge['profile'];
  tests: number;
  /** Median real time of each phase of a run, ms. */
  phasesMs: Partial<Record<JudgePhase, number>>;
};

/** Time in which what a run used up is warm again, ms; off the submitter's path, so not measured. */
const rewarmMs = { plain: 500, postgres: 3_000 };

/** Measures hidden tests on the reference by the judge, with all that a worker does between job and verdict. */
export async function benchJudge(challenge: Challenge, cores: number): Promise<MeasuredJudge> {
  const { postgres } = challenge.manifest;
  const open = (lanes: number, profile: 'auto' | 'process' = 'auto') =>
    createJudge({
      profile,
      warmRunners: lanes,
      postgresRunners: postgres ? lanes : 0,
      concurrency: lanes,
    });
  const phases: Partial<Record<JudgePhase, number[]>> = {};
  let tests = 0;

  async function run(judge: Judge): Promise<number> {
    const startedAt = performance.now();
    const verdict = await judge.judge(
      { challenge: challenge.judged, files: challenge.solution, suite: 'hidden', seed: 1 },
      { onPhase: (phase, ms) => void (phases[phase] ??= []).push(ms) },
    );
    if (verdict.status !== 'passed')
      throw new Error(`The judge does not pass ${challenge.judged.slug}: ${verdict.status}`);
    tests = verdict.tests.length;
    return performance.now() - startedAt;
  }

  async function throughput(lanes: number, profile?: 'process') {
    const judge = await open(lanes, profile);
    try {
      return await measureThroughput(() => run(judge), { lanes, budgetMs: budgetMs.throughput });
    } finally {
      await judge.close();
    }
  }

  /**
   * CPU of a run with the start of its runner, ms. In the profile `process`, where the system counts for us
   * what became of killed children; what a judge costs that is opened and closed again is taken off.
   */
  async function measureCpuOfRun(): Promise<number | undefined> {
    let runs = 0;
    const openingMs = await measureCpu(async () => (await open(cores, 'process')).close());
    const allMs = await measureCpu(async () => {
      ({ runs } = await throughput(cores, 'process'));
    });
    return allMs === undefined || openingMs === undefined
      ? undefined
      : round((allMs - openingMs) / runs, 0);
  }

  const judge = await open(cores);
  const latency = await measureLatency(
    async () => {
      await sleep(postgres ? rewarmMs.postgres : rewarmMs.plain);
      return run(judge);
    },
    { runs: 20, budgetMs: budgetMs.latency },
  );
  await judge.close();
  const phasesMs = Object.fromEntries(
    Object.entries(phases).map(([phase, times]) => [phase, percentile(times, 50)]),
  );

  const alone = await throughput(1);
  const together = await throughput(cores);
  return {
    ...latency,
    profile: judge.profile,
    tests,
    phasesMs,
    cpuMs: await measureCpuOfRun(),
    perSecond: { oneAtATime: alone.perSecond, onAllCores: together.perSecond },
  };
}
