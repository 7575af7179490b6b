import { expect, it } from '@jest/globals';
import { describeVerdict } from './describeVerdict.ts';
import { defaultLimits } from './limits.ts';
import type { Suite } from './testResult.ts';
import type { Verdict } from './verdict.ts';

const run = (suite: Suite) => ({
  version: 1 as const,
  hallmark: '0123456789ab',
  tests: [],
  usage: { cpuMs: 1, wallMs: 1, peakProcessMb: 1 },
  provenance: {
    challenge: { slug: 'sample', hash: 'a' },
    codeHash: 'c',
    suite,
    seed: 1,
    runtimeHash: 'r',
    engine: { node: '26.0.0', v8: '14', isolatedVm: '7' },
    limits: defaultLimits,
    host: { profile: 'process' as const, judgedAt: '2026-01-01T00:00:00.000Z' },
  },
});

/** A run that was stopped from outside in its first test, of which there is no result then. */
const stopped = (suite: Suite): Verdict => ({
  ...run(suite),
  status: 'cpu_limit',
  during: { phase: 'test', name: 'adds' },
  limit: 'testCpuMs',
  limitMs: 1_000,
});

it('names the test that was stopped to whoever may know it', () => {
  const naming = 'The code used more than 1,000 ms of CPU in “adds”.';
  const notNaming = 'The code used more than 1,000 ms of CPU in a hidden test.';
  expect(describeVerdict(stopped('public'), 'public')).toContain(naming);
  expect(describeVerdict(stopped('hidden'), 'all')).toContain(naming);
  for (const suite of ['hidden', 'all'] as const)
    expect(describeVerdict(stopped(suite), 'public')).toContain(notNaming);
});

it('says where code does not compile', () => {
  const broken: Verdict = {
    ...run('public'),
    status: 'compile_error',
    diagnostics: [{ message: 'Unexpected ";"', file: 'src/index.ts', line: 1, column: 20 }],
  };
  expect(describeVerdict(broken, 'public')).toBe(
    'The code does not compile. First to look at: src/index.ts:1:20.',
  );
});

it('speaks of a single behaviour as of one', () => {
  const test = {
    suite: 'public' as const,
    name: 'adds',
    virtualMs: 0,
    cpuMs: 1,
    queries: 0,
    console: [],
  };
  const passed: Verdict = {
    ...run('public'),
    status: 'passed',
    tests: [{ ...test, status: 'passed' }],
  };
  const failed: Verdict = { ...passed, status: 'failed', tests: [{ ...test, status: 'failed' }] };
  expect(describeVerdict(passed, 'public')).toBe('The one behaviour holds.');
  expect(describeVerdict(failed, 'public')).toBe('0 of 1 behaviours hold.');
});
