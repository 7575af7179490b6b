import { expect, it } from '@jest/globals';
import { defaultLimits, type TestResult, type Verdict } from '@assay/contracts/verdict';
import { compareRuns, describeRuns } from './compareRuns.ts';

const verdict = (
  tests: Record<string, TestResult['status']>,
  suite: 'public' | 'hidden',
): Verdict => ({
  version: 1,
  status: 'failed',
  hallmark: '0123456789ab',
  usage: { cpuMs: 1, wallMs: 1, peakProcessMb: 1 },
  provenance: {
    challenge: { slug: 'sample', hash: '0'.repeat(64) },
    codeHash: 'c0de',
    suite,
    seed: 1,
    runtimeHash: 'abcd',
    engine: { node: '26', v8: '14', isolatedVm: '7' },
    limits: defaultLimits,
    host: { profile: 'process', judgedAt: '2026-01-01T00:00:00.000Z' },
  },
  tests: Object.entries(tests).map(([name, status]) => ({
    name,
    suite,
    status,
    virtualMs: 0,
    cpuMs: 1,
    queries: 0,
    console: [],
  })),
});

it('tells which tests hold for a copy and did not, and which hold no longer', () => {
  const original = verdict(
    { adds: 'failed', sums: 'passed', waits: 'failed', ends: 'passed' },
    'hidden',
  );
  // The copy ran into a limit before the last one.
  const copy = verdict({ adds: 'passed', sums: 'failed', waits: 'timed_out' }, 'hidden');
  const comparison = compareRuns(original, copy);
  expect(comparison).toEqual({ mended: ['adds'], broken: ['sums', 'ends'], same: 1, onlyHere: 0 });
  expect(describeRuns(comparison)).toBe(
    '1 test holds that did not, 2 hold no longer, 1 ends as before.',
  );
});

it('says of a run of the public tests that the hidden ones were not run on it', () => {
  const comparison = compareRuns(
    verdict({ greets: 'passed' }, 'public'),
    verdict({ adds: 'passed', sums: 'failed' }, 'hidden'),
  );
  expect(describeRuns(comparison)).toBe('2 were not run on the original.');
  expect(describeRuns(compareRuns(undefined, verdict({}, 'hidden')))).toBe('No test ran.');
});
