import { presentProgress, presentVerdict } from '@assay/contracts/http';
import type { TestResult, Verdict } from '@assay/contracts/verdict';
import { findFilesProblem } from '@assay/contracts/workspace';
import type { Judge } from '#judge/Judge.ts';
import { findTest } from './findTest.ts';
import type { HostileProgram, JudgedExpectation, TargetName } from './HostileProgram.ts';
import type { Target } from './loadTargets.ts';
import { watchOwnMemory } from './watchOwnMemory.ts';

export type ProgramReport = {
  name: string;
  category: string;
  expected: string;
  got: string;
  wallMs: number;
  /** What the runner grew by, MB. */
  peakMb: number;
  /** Each way in which it did not end as it must. */
  problems: string[];
};

export type Surroundings = { judge: Judge; targets: Record<TargetName, Target> };

const seed = 7;

/** Lets one hostile program at what it attacks, and says how that went. */
export async function tryProgram(
  program: HostileProgram,
  surroundings: Surroundings,
): Promise<ProgramReport> {
  const { name, expected, files } = program;
  const about = { name, category: expected.category, wallMs: 0, peakMb: 0 };
  switch (expected.at) {
    case 'judge':
      return { ...about, ...(await tryJudge(program, expected, surroundings)) };
    case 'intake': {
      const extra = Array.from({ length: expected.emptyFiles }, (_empty, n) => [`f${n}.ts`, '']);
      const got =
        findFilesProblem({ ...files, ...(Object.fromEntries(extra) as object) })?.code ?? 'none';
      const problems = got === expected.problem ? [] : [`intake says ${got}`];
      return { ...about, expected: expected.problem, got, problems };
    }
    case 'elsewhere': {
      const found = await findTest(expected.provenBy);
      const problems = found ? [] : [`there is no such test in ${expected.provenBy.file}`];
      return { ...about, expected: 'a test', got: found ? 'a test' : 'nothing', problems };
    }
  }
}

async function tryJudge(
  { files }: HostileProgram,
  expected: JudgedExpectation,
  { judge, targets }: Surroundings,
): Promise<Omit<ProgramReport, 'name' | 'category'>> {
  const target = targets[expected.target];
  const shown: unknown[] = [];
  const soFar: TestResult[] = [];
  const stopWatching = watchOwnMemory();
  const verdict = await judge.judge(
    { challenge: target.challenge(expected.limits), files, suite: 'hidden', seed },
    {
      onTest: (test) => {
        soFar.push(test);
        shown.push(presentProgress(soFar, []));
      },
    },
  );
  // Of the last run: one that the machine had no time for is made again with more patience.
  const wallMs = Math.round(verdict.usage.wallMs);
  const workerMb = stopWatching();
  shown.push(presentVerdict(verdict, files, []));
  return {
    expected: expected.verdict.join(' | '),
    got: verdict.status,
    wallMs,
    peakMb: verdict.usage.peakProcessMb,
    problems: [
      ...compareVerdict(verdict, expected),
      ...compareShown(JSON.stringify(shown), expected, target.canaries),
      ...exceeded('it took', wallMs, expected.bounds.wallMs, 'ms'),
      ...exceeded(
        'its runner grew by',
        verdict.usage.peakProcessMb,
        expected.bounds.runnerMb,
        'MB',
      ),
      ...exceeded('the worker grew by', workerMb, expected.bounds.workerMb, 'MB'),
    ],
  };
}

function compareVerdict(verdict: Verdict, expected: JudgedExpectation): string[] {
  const problems: string[] = [];
  if (!expected.verdict.includes(verdict.status)) {
    const failed = verdict.tests.find((test) => test.failure)?.failure?.message;
    const message = 'message' in verdict ? verdict.message : failed;
    problems.push(`the verdict is ${verdict.status}${message ? `: ${message.slice(0, 300)}` : ''}`);
  }
  for (const [name, status] of Object.entries(expected.tests)) {
    const got = verdict.tests.find((test) => test.name.endsWith(name))?.status ?? 'missing';
    if (got !== status) problems.push(`the test "${name}" is ${got} and not ${status}`);
  }
  return problems;
}

function compareShown(shown: string, expected: JudgedExpectation, canaries: string[]): string[] {
  const seen = canaries.filter((canary) => shown.includes(canary));
  return [
    ...seen.map((canary) => `the candidate is shown ${canary}`),
    ...(expected.says === undefined || shown.includes(expected.says)
      ? []
      : [`the candidate is not told "${expected.says}"`]),
  ];
}

function exceeded(what: string, got: number, bound: number, unit: string): string[] {
  return got > bound ? [`${what} ${Math.round(got)} ${unit}, more than ${bound}`] : [];
}
