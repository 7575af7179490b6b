import { type AuthorJudge, createJudge } from '@assay/sandbox';
import { type Challenge, loadChallenge, mutateChallenge } from '@assay/challenges';
import { measureCpu } from '../judging/measureCpu.ts';

export type AuthoringCost = {
  slug: string;
  hiddenTests: number;
  mutants: number;
  /** CPU of `challenge mutate`, with all processes that it starts, ms; `undefined` where the system does not say. */
  mutateCpuMs: number | undefined;
  /** CPU of a save under `challenge run --watch`, until its verdict and the next runner are there, ms. */
  saveCpuMs: number | undefined;
  /** From a save to its verdict, the quickest of several, ms: what is left where the machine is idle. */
  saveMs: number;
};

/** So often a save is judged; the first ones warm the caches that any later one finds. */
const saves = 8;

/** What an author waits for, in CPU, which is the same however busy the machine is. */
export async function measureAuthoring(folder: string, cores: number): Promise<AuthoringCost> {
  const challenge = await loadChallenge(folder);
  const options = {
    // Runners in a namespace of their own take the account of their CPU along when they are ended.
    profile: 'process',
    warmRunners: challenge.manifest.postgres ? 0 : cores,
    postgresRunners: challenge.manifest.postgres ? cores : 0,
    concurrency: cores,
  } as const;
  let mutants = 0;
  const mutateCpuMs = await withJudge(options, async (judge) => {
    const report = await mutateChallenge(challenge, judge);
    mutants = report.total;
  });
  const save = await withSaves(folder, challenge, options);
  return {
    slug: challenge.judged.slug,
    hiddenTests: save.tests,
    mutants,
    mutateCpuMs,
    saveCpuMs: save.cpuMs,
    saveMs: save.quickestMs,
  };
}

type Options = Parameters<typeof createJudge>[0];

/** CPU of a judge from its start to its end. */
function withJudge(
  options: Options,
  work: (judge: AuthorJudge) => Promise<void>,
): Promise<number | undefined> {
  return measureCpu(async () => {
    const judge = await createJudge(options);
    try {
      await work(judge);
    } finally {
      await judge.close();
    }
  });
}

async function withSaves(folder: string, { judged }: Challenge, options: Options) {
  let tests = 0;
  let quickestMs = Infinity;
  const judgeTimes = (times: number) =>
    withJudge({ ...options, concurrency: 1 }, async (judge) => {
      for (let n = 0; n < times; n += 1) {
        const startedAt = performance.now();
        const challenge = await loadChallenge(folder);
        const verdict = await judge.judge({
          challenge: challenge.judged,
          files: challenge.solution,
          suite: 'hidden',
          seed: 1,
        });
        if (verdict.status !== 'passed') throw new Error(`${judged.slug}: ${verdict.status}`);
        tests = verdict.tests.length;
        quickestMs = Math.min(quickestMs, performance.now() - startedAt);
      }
    });
  const [few, many] = [await judgeTimes(2), await judgeTimes(2 + saves)];
  const cpuMs = few === undefined || many === undefined ? undefined : (many - few) / saves;
  return { tests, cpuMs, quickestMs: Math.round(quickestMs) };
}
