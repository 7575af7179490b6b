import type { TestResult, Verdict } from '@assay/contracts/verdict';

/** What the tests of a copy say beside those of the original. */
export type RunComparison = {
  /** Names of tests that hold for the copy and did not for the original. */
  mended: string[];
  /** The other way round. */
  broken: string[];
  /** How many end alike. */
  same: number;
  /** How many were not run for the original. */
  onlyHere: number;
};

/** Holds the verdict on a copy against that on its original, test by test. */
export function compareRuns(original: Verdict | undefined, copy: Verdict): RunComparison {
  const keyOf = ({ suite, name }: TestResult) => `${suite} ${name}`;
  const before = new Map((original?.tests ?? []).map((test) => [keyOf(test), test.status]));
  const after = new Map(copy.tests.map((test) => [keyOf(test), test]));
  const comparison: RunComparison = { mended: [], broken: [], same: 0, onlyHere: 0 };
  for (const [key, { name, status }] of after) {
    const was = before.get(key);
    const [held, holds] = [was === 'passed', status === 'passed'];
    if (was === undefined) comparison.onlyHere += 1;
    else if (held === holds) comparison.same += 1;
    else comparison[holds ? 'mended' : 'broken'].push(name);
  }
  // A test that a limit or a crash kept from running holds no longer.
  for (const { name, status, ...test } of original?.tests ?? []) {
    if (status === 'passed' && test.suite === 'hidden' && !after.has(`${test.suite} ${name}`))
      comparison.broken.push(name);
  }
  return comparison;
}

/** The comparison in one sentence. */
export function describeRuns({ mended, broken, same, onlyHere }: RunComparison): string {
  const parts = [
    mended.length > 0 ? `${count(mended.length, 'test holds', 'tests hold')} that did not` : '',
    broken.length > 0 ? `${count(broken.length, 'holds', 'hold')} no longer` : '',
    same > 0 ? `${count(same, 'ends', 'end')} as before` : '',
    onlyHere > 0 ? `${count(onlyHere, 'was', 'were')} not run on the original` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'No test ran.' : `${parts.join(', ')}.`;
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
