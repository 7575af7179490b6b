import { describe, expect, it } from '@jest/globals';
import { JudgePace } from './JudgePace.ts';

describe('the wait that a candidate is told', () => {
  /** A judge on which a job ends every `everyMs` for `forMs`, as somebody hears of it at the end. */
  function paceOf(everyMs: number, forMs: number) {
    let ms = 0;
    const pace = new JudgePace(() => new Date(ms));
    for (ms = everyMs; ms < forMs; ms += everyMs) pace.note();
    ms = forMs;
    return { pace, ago: (before: number) => new Date(forMs - before) };
  }

  it('is as long as the jobs before it take at the pace of this minute', () => {
    const { pace, ago } = paceOf(500, 300_000);
    const waitMs = pace.estimateWaitMs(19, ago(30_000)) ?? 0;
    expect(waitMs / 10_000).toBeGreaterThan(0.9);
    expect(waitMs / 10_000).toBeLessThan(1.1);
  });

  it('does not count the time in which nobody waited', () => {
    // Idle for a minute, then two jobs a second, for four seconds.
    let ms = 60_000;
    const pace = new JudgePace(() => new Date(ms));
    for (; ms < 64_000; ms += 500) pace.note();
    expect(pace.estimateWaitMs(7, new Date(60_000))).toBe(4_000);
  });

  it('is not told while nothing is known: hardly waited, or nothing ended meanwhile', () => {
    const { pace, ago } = paceOf(500, 60_000);
    expect(pace.estimateWaitMs(3, ago(1_000))).toBeUndefined();
    const idle = new JudgePace(() => new Date(120_000));
    expect(idle.estimateWaitMs(3, new Date(60_000))).toBeUndefined();
  });
});
