import type { JudgeJob } from '@assay/contracts/queue';
import { type TestResult, type Verdict, defaultLimits } from '@assay/contracts/verdict';
import { canaries, showableTest } from './sampleChallenge.ts';

export const base: Omit<Extract<Verdict, { status: 'no_tests' }>, 'status'> = {
  version: 1,
  hallmark: '0123456789ab',
  tests: [],
  usage: { cpuMs: 3, wallMs: 20, peakProcessMb: 100 },
  provenance: {
    challenge: { slug: 'sample', hash: '0'.repeat(64) },
    codeHash: 'c0de',
    suite: 'hidden',
    seed: 1,
    runtimeHash: 'abcd',
    engine: { node: '26', v8: '14', isolatedVm: '7.0.1' },
    limits: defaultLimits,
    host: { profile: 'process', judgedAt: '2026-01-01T00:00:00.000Z' },
  },
};

/**
 * Results of a suite with three tests, the last one failed. Hidden ones hold canaries in all their texts, but for
 * the title of the second, which may be shown.
 */
export function sampleTests(suite: 'public' | 'hidden'): TestResult[] {
  const hidden = suite === 'hidden';
  return ['one', 'two', 'three'].map((word) => ({
    name: hidden ? hiddenName(word) : `adds ${word}`,
    suite,
    status: word === 'three' ? 'failed' : 'passed',
    virtualMs: 0,
    cpuMs: 1,
    queries: 0,
    ...(word === 'three' && {
      failure: {
        message: hidden ? canaries.hiddenMessage : 'expected 3, received 0',
        expected: hidden ? canaries.hiddenMessage : '3',
        received: '0',
        frames: [],
      },
    }),
    console: [{ level: 'log', text: hidden ? canaries.hiddenConsole : 'hello' }],
  }));
}

const hiddenName = (word: string): string =>
  word === 'two' ? showableTest : `${canaries.hiddenName} ${word}`;

/** What a worker could answer to a job: two of three tests hold. */
export function sampleVerdict({ suite }: Pick<JudgeJob, 'suite'>): Verdict {
  return {
    ...base,
    status: 'failed',
    tests: sampleTests(suite === 'public' ? 'public' : 'hidden'),
  };
}
