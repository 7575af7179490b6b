import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Timeline, replaySpeeds } from './Timeline.ts';

const moments = fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 1, maxLength: 60 });

describe('the time of a replay', () => {
  it('runs as it did where pauses are kept', () => {
    const timeline = new Timeline([5_000, 1_000, 61_000], { skipIdle: false });
    expect(timeline.lengthMs).toBe(60_000);
    expect(timeline.momentAt(10_000)).toBe(11_000);
    expect(timeline.playedAt(11_000)).toBe(10_000);
  });

  it('leaves a second of each longer pause', () => {
    const timeline = new Timeline([0, 2_000, 62_000, 63_000], { skipIdle: true });
    expect(timeline.pauses).toEqual([{ fromMs: 2_000, toMs: 62_000 }]);
    expect(timeline.lengthMs).toBe(4_000);
    expect(timeline.momentAt(2_500)).toBe(32_000);
    expect(timeline.momentAt(3_500)).toBe(62_500);
  });

  it('comes back to the same moment, whichever way it is asked, and never runs backwards', () => {
    fc.assert(
      fc.property(
        moments,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, skipIdle, share) => {
          const timeline = new Timeline(at, { skipIdle });
          const playedMs = share * timeline.lengthMs;
          expect(timeline.playedAt(timeline.momentAt(playedMs))).toBeCloseTo(playedMs, 3);
          const later = Math.min(timeline.lengthMs, playedMs + 500);
          expect(timeline.momentAt(later)).toBeGreaterThanOrEqual(timeline.momentAt(playedMs));
          expect(timeline.lengthMs).toBeLessThanOrEqual(timeline.endMs - timeline.startMs);
        },
      ),
    );
  });

  it('plays everything that happened, in order, in the time that its speed says', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...replaySpeeds), (at, speed) => {
        const sorted = at.toSorted((a, b) => a - b);
        const timeline = new Timeline(sorted, { skipIdle: true });
        const steps = [...timeline.schedule(sorted, timeline.startMs - 1, speed)];
        expect(steps.map(({ atMs }) => atMs)).toEqual(sorted);
        expect(steps.every(({ inMs }, index) => inMs >= (steps[index - 1]?.inMs ?? 0) - 1e-6)).toBe(
          true,
        );
        expect(steps.at(-1)?.inMs).toBeCloseTo(timeline.lengthMs / speed, 6);
      }),
    );
  });

  it('goes on from where it was stopped', () => {
    const timeline = new Timeline([0, 1_000, 2_000], { skipIdle: true });
    expect([...timeline.schedule([0, 1_000, 2_000], 500, 2)]).toEqual([
      { atMs: 1_000, inMs: 250 },
      { atMs: 2_000, inMs: 750 },
    ]);
  });

  it('has no length where nothing happened', () => {
    expect(new Timeline([], { skipIdle: true }).lengthMs).toBe(0);
    expect(new Timeline([5], { skipIdle: true }).lengthMs).toBe(0);
  });
});
