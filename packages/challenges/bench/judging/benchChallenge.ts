import type { Challenge } from '@assay/challenges';
import { benchBaseline } from './benchBaseline.ts';
import { benchJudge, type MeasuredJudge } from './benchJudge.ts';
import type { Measured } from './Measured.ts';
import { round } from './measureRuns.ts';

type Ratio = {
  /** How many times faster the judge's median run is. */
  faster: number;
  /** How many times less CPU a run of the judge takes. */
  lessCpu: number | undefined;
  /** How many times more runs it makes a second on all cores. */
  throughput: number;
};

export type BenchedChallenge = {
  slug: string;
  judge: MeasuredJudge;
  jest: Measured;
  nodeTest: Measured;
  comparedWith: { jest: Ratio; nodeTest: Ratio };
};

/** Measures hidden tests on the reference: by the judge, and by a fresh process with Jest and with node:test. */
export async function benchChallenge(
  challenge: Challenge,
  cores: number,
): Promise<BenchedChallenge> {
  const judge = await benchJudge(challenge, cores);
  const jest = await benchBaseline('jest', challenge, cores);
  const nodeTest = await benchBaseline('node:test', challenge, cores);
  const compare = (baseline: Measured): Ratio => ({
    faster: round(baseline.p50Ms / judge.p50Ms, 1),
    lessCpu:
      baseline.cpuMs === undefined || judge.cpuMs === undefined
        ? undefined
        : round(baseline.cpuMs / judge.cpuMs, 1),
    throughput: round(judge.perSecond.onAllCores / baseline.perSecond.onAllCores, 1),
  });
  return {
    slug: challenge.judged.slug,
    judge,
    jest,
    nodeTest,
    comparedWith: { jest: compare(jest), nodeTest: compare(nodeTest) },
  };
}
