import { setTimeout as sleep } from 'node:timers/promises';
import type { Challenge } from '@assay/challenges';
import { createJudge } from '@assay/sandbox';
import { Baseline, type BaselineKind } from '../baselines/Baseline.ts';
import { type Measured, measureLatency, measureThroughput, round } from './measureRuns.ts';

type Ratio = {
  /** How many times faster the judge's median run is. */
  faster: number;
  /** How many times more runs it makes a second. */
  throughput: number;
};

export type BenchedChallenge = {
  slug: string;
  tests: number;
  judge: Measured;
  jest: Measured;
  nodeTest: Measured;
  comparedWith: { jest: Ratio; nodeTest: Ratio };
};

/** Time in which a warm runner is ready again after a run, ms; off the submitter's path, so not measured. */
const rewarmMs = { plain: 500, postgres: 3_000 };

/** Real time in which the runs of one subject may begin, ms; keeps the benchmark below three minutes. */
const budgetMs = { latency: 12_000, throughput: 4_000 };

/** Measures hidden tests on the reference: by the judge, and by a fresh process with Jest and with node:test. */
export async function benchChallenge(
  challenge: Challenge,
  cores: number,
): Promise<BenchedChallenge> {
  const { judge, tests } = await benchJudge(challenge, cores);
  const jest = await benchBaseline('jest', challenge, cores);
  const nodeTest = await benchBaseline('node:test', challenge, cores);
  const compare = (baseline: Measured): Ratio => ({
    faster: round(baseline.p50Ms / judge.p50Ms, 1),
    throughput: round(judge.perSecondPerCore / baseline.perSecondPerCore, 1),
  });
  return {
    slug: challenge.judged.slug,
    tests,
    judge,
    jest,
    nodeTest,
    comparedWith: { jest: compare(jest), nodeTest: compare(nodeTest) },
  };
}

async function benchJudge(
  challenge: Challenge,
  cores: number,
): Promise<{ judge: Measured; tests: number }> {
  const { postgres } = challenge.manifest;
  const judge = await createJudge({
    warmRunners: postgres ? 0 : cores,
    postgresRunners: postgres ? cores : 0,
    concurrency: cores,
  });
  let tests = 0;
  const run = async (): Promise<number> => {
    const startedAt = performance.now();
    const verdict = await judge.judge({
      challenge: challenge.judged,
      files: challenge.solution,
      suite: 'hidden',
      seed: 1,
    });
    if (verdict.status !== 'passed')
      throw new Error(`The judge does not pass ${challenge.judged.slug}: ${verdict.status}`);
    tests = verdict.tests.length;
    return performance.now() - startedAt;
  };
  try {
    const latency = await measureLatency(
      async () => {
        await sleep(postgres ? rewarmMs.postgres : rewarmMs.plain);
        return run();
      },
      { runs: 20, budgetMs: budgetMs.latency },
    );
    const perSecondPerCore = await measureThroughput(run, { cores, budgetMs: budgetMs.throughput });
    return { judge: { ...latency, perSecondPerCore }, tests };
  } finally {
    await judge.close();
  }
}

async function benchBaseline(
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
    return {
      ...(await measureLatency(() => run(0), { runs: 8, budgetMs: budgetMs.latency })),
      perSecondPerCore: await measureThroughput(run, { cores, budgetMs: budgetMs.throughput }),
    };
  } finally {
    for (const lane of lanes) await lane.close();
  }
}
