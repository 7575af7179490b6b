import { describe, expect, it } from '@jest/globals';
import { compareVerdicts } from './compareVerdicts.ts';
import { describeComparison } from './describeComparison.ts';
import { defaultLimits } from './limits.ts';
import type { TestResult } from './testResult.ts';
import type { Verdict } from './verdict.ts';

const test = (name: string, more: Partial<TestResult> = {}): TestResult => ({
  name,
  suite: 'hidden',
  status: 'passed',
  virtualMs: 0,
  cpuMs: 1,
  queries: 0,
  console: [],
  ...more,
});

const verdict = (more: Partial<Extract<Verdict, { status: 'passed' }>> = {}): Verdict => ({
  version: 1,
  hallmark: '0123456789ab',
  status: 'passed',
  tests: [test('adds'), test('sorts')],
  usage: { cpuMs: 1, wallMs: 1, peakProcessMb: 1 },
  provenance: {
    challenge: { slug: 'sample', hash: 'a' },
    codeHash: 'c',
    suite: 'hidden',
    seed: 1,
    runtimeHash: 'r',
    engine: { node: '26.0.0', v8: '14', isolatedVm: '7' },
    limits: defaultLimits,
    host: { profile: 'process', judgedAt: '2026-01-01T00:00:00.000Z' },
  },
  ...more,
});
const { provenance } = verdict();

describe('two verdicts on one submission', () => {
  it('are the same whatever was measured, and wherever', () => {
    const again = verdict({
      tests: [test('adds', { cpuMs: 9 }), test('sorts')],
      usage: { cpuMs: 9, wallMs: 9, peakProcessMb: 9 },
      provenance: { ...provenance, host: { profile: 'namespaces', judgedAt: 'later' } },
    });
    expect(compareVerdicts(verdict(), again)).toEqual({ outcome: 'same' });
  });

  it('differ in their status and in the tests that ended differently, or did not run', () => {
    const again: Verdict = {
      ...verdict({ tests: [test('adds', { status: 'failed' }), test('new')] }),
      status: 'failed',
    };
    const comparison = compareVerdicts(verdict(), again);
    expect(comparison).toEqual({
      outcome: 'different',
      differences: [
        { what: 'status', was: 'passed', is: 'failed' },
        { what: 'test', name: 'adds', suite: 'hidden', was: 'passed', is: 'failed' },
        { what: 'test', name: 'sorts', suite: 'hidden', was: 'passed', is: null },
        { what: 'test', name: 'new', suite: 'hidden', was: null, is: 'passed' },
      ],
    });
    expect(describeComparison(comparison)).toEqual([
      'Another result.',
      'The verdict was passed and is failed.',
      '“adds” was passed and is failed.',
      '“sorts” was passed, and did not run now.',
      '“new” did not run, and is passed now.',
    ]);
  });

  it('differ in what a test shows, and in what ended the run', () => {
    const printed = verdict({
      tests: [test('adds', { console: [{ level: 'log', text: 'x' }], queries: 2 }), test('sorts')],
    });
    expect(compareVerdicts(verdict(), printed)).toEqual({
      outcome: 'different',
      differences: [{ what: 'detail', name: 'adds', parts: ['console', 'queries'] }],
    });
    const crashed = (message: string): Verdict => ({
      ...verdict(),
      status: 'crashed',
      during: { phase: 'load' },
      message,
    });
    expect(compareVerdicts(crashed('one'), crashed('two'))).toEqual({
      outcome: 'different',
      differences: [{ what: 'cause' }],
    });
  });

  it('differ when what is stored is not what was judged, or the hallmark is not its own', () => {
    const other = verdict({ provenance: { ...provenance, codeHash: 'd', seed: 2 } });
    expect(compareVerdicts(verdict(), other)).toEqual({
      outcome: 'different',
      differences: [{ what: 'input', parts: ['code', 'seed'] }],
    });
    expect(compareVerdicts(verdict(), verdict({ hallmark: 'ffffffffffff' }))).toMatchObject({
      outcome: 'different',
    });
  });

  it('cannot be compared across versions, but it is said whether the results agree', () => {
    const engine = { ...provenance.engine, node: '27.0.0' };
    const again = verdict({ hallmark: 'b'.repeat(12), provenance: { ...provenance, engine } });
    const comparison = compareVerdicts(verdict(), again);
    expect(comparison).toEqual({
      outcome: 'cannot',
      reason: 'It was judged with Node 26.0.0, and this is 27.0.0.',
      differences: [],
    });
    expect(describeComparison(comparison)).toEqual([
      'Cannot be compared exactly. It was judged with Node 26.0.0, and this is 27.0.0. The results agree all the same.',
    ]);
  });

  it('cannot be compared when one of them is none', () => {
    const none: Verdict = {
      ...verdict(),
      status: 'sandbox_error',
      errorId: 'e',
      message: 'The runner died.',
    };
    expect(compareVerdicts(none, verdict())).toMatchObject({ outcome: 'cannot' });
    expect(compareVerdicts(verdict(), none)).toEqual({
      outcome: 'cannot',
      reason: 'It could not be judged this time: The runner died.',
    });
  });
});
