import type { CandidateTest } from '@assay/contracts/http';
import type { LiveTest } from '@assay/contracts/live';
import type { ConsoleLine, TestFailure, TestResult, TestStatus } from '@assay/contracts/verdict';

/** One test as the result panels of candidate and reviewer show it. */
export type PresentedTest = {
  key: string;
  title: string;
  /** Titles of the describe blocks around it, outermost first. */
  path: string[];
  suite: 'public' | 'hidden';
  /** It stands in the workspace, not in the challenge. */
  own: boolean;
  status: TestStatus;
  virtualMs?: number | undefined;
  cpuMs?: number | undefined;
  queries?: number | undefined;
  failure?: TestFailure | undefined;
  console: ConsoleLine[];
};

/** Splits what a candidate or a reviewer received into what is shown; nameless hidden tests are not among it. */
export function presentTests(
  tests: readonly (CandidateTest | TestResult | LiveTest)[],
): PresentedTest[] {
  return tests.flatMap((test, index) => {
    if (!('name' in test)) return [];
    const parts = test.name.split(' > ');
    const { suite, status, virtualMs, cpuMs, queries, failure } = test;
    return [
      {
        key: `${index} ${test.name}`,
        title: parts.at(-1) ?? test.name,
        path: parts.slice(0, -1),
        suite,
        own: 'own' in test && test.own === true,
        status,
        virtualMs,
        cpuMs,
        queries,
        failure,
        console: test.console ?? [],
      },
    ];
  });
}

/** Failing tests before the others, each kind in the order in which it ran. */
export function failingFirst(tests: readonly PresentedTest[]): PresentedTest[] {
  return [...tests.filter(isFailing), ...tests.filter((test) => !isFailing(test))];
}

/** Whether a test speaks against the solution. */
export function isFailing(test: { status: TestStatus }): boolean {
  return test.status === 'failed' || test.status === 'timed_out';
}
