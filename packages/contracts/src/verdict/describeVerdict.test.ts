import { expect, it } from '@jest/globals';
import { describeVerdict } from './describeVerdict.ts';
import { defaultLimits } from './limits.ts';
import type { Suite } from './testResult.ts';
import type { Verdict } from './verdict.ts';

/** A run that was stopped from outside in its first test, of which there is no result then. */
const stopped = (suite: Suite): Verdict => ({
  version: 1,
  hallmark: '0123456789ab',
  status: 'cpu_limit',
  during: { phase: 'test', name: 'adds' },
  limit: 'testCpuMs',
  limitMs: 1_000,
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
    host: { profile: 'process', judgedAt: '2026-01-01T00:00:00.000Z' },
  },
});

it('names the test that was stopped to whoever may know it', () => {
  const naming = 'The code used more than 1,000 ms of CPU in “adds”.';
  const notNaming = 'The code used more than 1,000 ms of CPU in a hidden test.';
  expect(describeVerdict(stopped('public'), 'public')).toContain(naming);
  expect(describeVerdict(stopped('hidden'), 'all')).toContain(naming);
  for (const suite of ['hidden', 'all'] as const)
    expect(describeVerdict(stopped(suite), 'public')).toContain(notNaming);
});
