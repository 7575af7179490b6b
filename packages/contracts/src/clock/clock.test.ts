import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allotMs,
  applyCredits,
  type Clock,
  type ClockSample,
  type Credit,
  describeCredit,
  errorOf,
  estimateOffset,
  findDeadline,
  findFailedJudgement,
  findGaps,
  findJudgeWait,
  findNodeGap,
  findOutage,
  findRemaining,
  findWarning,
  joinSpans,
  type Span,
  untilNextSecond,
} from './index.ts';

const minute = 60_000;
const moment = fc.integer({ min: 0, max: 500 * minute });
const length = fc.integer({ min: 0, max: 90 * minute });
const span: fc.Arbitrary<Span> = fc
  .record({ fromMs: moment, ms: length })
  .map(({ fromMs, ms }) => ({ fromMs, toMs: fromMs + ms }));
const spans = fc.array(span, { maxLength: 8 });
const clock: fc.Arbitrary<Clock> = fc.record({ startedAtMs: moment, allottedMs: length });
const extra = fc.record({ extraMs: length });

/** How much of the time from `fromMs` to `toMs` lies in none of `outages`, counted the slow way. */
function ranMs(fromMs: number, toMs: number, outages: readonly Span[]): number {
  const edges = [fromMs, toMs, ...outages.flatMap((one) => [one.fromMs, one.toMs])]
    .filter((edge) => edge >= fromMs && edge <= toMs)
    .toSorted((a, b) => a - b);
  return edges.slice(1).reduce((sum, edge, index) => {
    const before = edges[index] ?? edge;
    const still = outages.some((one) => one.fromMs <= before && edge <= one.toMs);
    return still ? sum : sum + edge - before;
  }, 0);
}

describe('the time of a template', () => {
  it('is its minutes times the percent that somebody has, to the millisecond', () => {
    expect(allotMs(90, 100)).toBe(90 * minute);
    expect(allotMs(45, 133)).toBe(45 * minute * 1.33);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 480 }),
        fc.integer({ min: 100, max: 400 }),
        (minutes, percent) => {
          expect(Number.isInteger(allotMs(minutes, percent))).toBe(true);
          expect(allotMs(minutes, percent)).toBeGreaterThanOrEqual(minutes * minute);
        },
      ),
    );
  });
});

describe('the deadline', () => {
  it('lets the clock run for exactly the allotted time outside of all outages', () => {
    fc.assert(
      fc.property(clock, spans, (terms, outages) => {
        const deadline = findDeadline(terms, outages);
        expect(ranMs(terms.startedAtMs, deadline, outages)).toBe(terms.allottedMs);
      }),
    );
  });

  it('is the first moment at which that much has run', () => {
    fc.assert(
      fc.property(clock, spans, (terms, outages) => {
        const deadline = findDeadline(terms, outages);
        fc.pre(deadline > terms.startedAtMs);
        expect(ranMs(terms.startedAtMs, deadline - 1, outages)).toBeLessThan(
          Math.max(1, terms.allottedMs),
        );
      }),
    );
  });

  it('never moves back when an outage is added or grows', () => {
    fc.assert(
      fc.property(clock, spans, span, length, (terms, outages, more, grows) => {
        const before = findDeadline(terms, outages);
        const added = findDeadline(terms, [...outages, more]);
        const grown = findDeadline(terms, [...outages, { ...more, toMs: more.toMs + grows }]);
        expect(added).toBeGreaterThanOrEqual(before);
        expect(grown).toBeGreaterThanOrEqual(added);
      }),
    );
  });

  it('does not depend on the order in which outages became known, nor on hearing of one twice', () => {
    fc.assert(
      fc.property(clock, spans, (terms, outages) => {
        const deadline = findDeadline(terms, outages);
        expect(findDeadline(terms, outages.toReversed())).toBe(deadline);
        expect(findDeadline(terms, [...outages, ...outages])).toBe(deadline);
        expect(findDeadline(terms, joinSpans(outages))).toBe(deadline);
      }),
    );
  });

  it('gives nothing for what happened before the start or after the end', () => {
    fc.assert(
      fc.property(clock, length, length, (terms, ms, later) => {
        const end = terms.startedAtMs + terms.allottedMs;
        const before = { fromMs: terms.startedAtMs - ms, toMs: terms.startedAtMs };
        const after = { fromMs: end + later, toMs: end + later + ms };
        expect(findDeadline(terms, [before, after])).toBe(end);
      }),
    );
  });

  it('gives the last minutes back to somebody whose deadline passed while we were away', () => {
    const terms = { startedAtMs: 0, allottedMs: 60 * minute };
    const away = { fromMs: 55 * minute, toMs: 75 * minute };
    expect(findDeadline(terms, [away])).toBe(80 * minute);
  });
});

describe('credits', () => {
  it.each([
    [180_000, '3 minutes added: our judge was slow'],
    [60_000, '1 minute added: our judge was slow'],
    [61_000, '61 seconds added: our judge was slow'],
    [149_000, '2 minutes added: our judge was slow'],
    [400, '1 second added: our judge was slow'],
  ])('of %d ms are said as: %s', (addedMs, said) => {
    expect(describeCredit({ cause: 'judge_slow', addedMs })).toBe(said);
  });

  const credits: fc.Arbitrary<Credit[]> = fc.array(fc.oneof(span, extra), { maxLength: 8 });

  it('add up to what they move the deadline by, and none is negative', () => {
    fc.assert(
      fc.property(clock, credits, (terms, given) => {
        const { deadlineMs, addedMs } = applyCredits(terms, given);
        const sum = addedMs.reduce((total, ms) => total + ms, 0);
        expect(deadlineMs).toBe(findDeadline(terms, []) + sum);
        expect(Math.min(0, ...addedMs)).toBe(0);
      }),
    );
  });

  it('give added minutes in full where nothing else happened, and never less', () => {
    fc.assert(
      fc.property(clock, spans, extra, (terms, outages, given) => {
        const [alone] = applyCredits(terms, [given]).addedMs;
        expect(alone).toBe(given.extraMs);
        const after = applyCredits(terms, [...outages, given]).addedMs.at(-1) ?? 0;
        expect(after).toBeGreaterThanOrEqual(given.extraMs);
      }),
    );
  });
});

describe('gaps', () => {
  it('are what no stretch covers, and together with the stretches all of the time', () => {
    fc.assert(
      fc.property(spans, span, (covered, whole) => {
        const gaps = findGaps(covered, whole);
        expect(joinSpans(gaps)).toEqual(gaps);
        expect(ranMs(whole.fromMs, whole.toMs, covered)).toBe(
          gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
        );
        const all = joinSpans([...gaps, ...covered]).filter(({ toMs }) => toMs >= whole.toMs);
        if (whole.toMs > whole.fromMs) expect(all[0]?.fromMs).toBeLessThanOrEqual(whole.fromMs);
      }),
    );
  });
});

describe('what counts as our fault', () => {
  it('is a silence of all nodes above its bound, and then all of it', () => {
    expect(findOutage(0, 15_000)).toBeUndefined();
    expect(findOutage(0, 15_001)).toEqual({ fromMs: 0, toMs: 15_001 });
  });

  it('is a wait for the judge beyond its bound, and only what lies beyond', () => {
    expect(findJudgeWait(0, 10_000)).toBeUndefined();
    expect(findJudgeWait(0, 190_000)).toEqual({ fromMs: 10_000, toMs: 190_000 });
  });

  it('is a judgement that failed, up to ten minutes in one attempt', () => {
    expect(findFailedJudgement(0, 30_000, 0)).toEqual({ fromMs: 0, toMs: 30_000 });
    expect(findFailedJudgement(0, 30_000, 9.75 * minute)).toEqual({ fromMs: 0, toMs: 15_000 });
    expect(findFailedJudgement(0, 30_000, 10 * minute)).toBeUndefined();
  });

  it('is a gap after a node went away, as long as finding another can take', () => {
    expect(findNodeGap(0, 5_000)).toBeUndefined();
    expect(findNodeGap(0, 20_000)).toEqual({ fromMs: 0, toMs: 20_000 });
    expect(findNodeGap(0, 120 * minute)).toEqual({ fromMs: 0, toMs: minute });
  });
});

describe('the clock of the browser', () => {
  const offset = fc.integer({ min: -60 * minute, max: 60 * minute });
  const trip = fc.record({ at: moment, there: fc.nat(5_000), back: fc.nat(5_000) });
  const sampleAt = (
    { at, there, back }: { at: number; there: number; back: number },
    offsetMs: number,
  ): ClockSample => ({
    askedMs: at,
    answeredMs: at + there + back,
    serverMs: at + there + offsetMs,
  });

  it('is corrected to within half the fastest round trip, however lopsided the ways are', () => {
    fc.assert(
      fc.property(offset, fc.array(trip, { minLength: 1, maxLength: 8 }), (offsetMs, trips) => {
        const samples = trips.map((one) => sampleAt(one, offsetMs));
        const best = Math.min(...samples.map(errorOf));
        expect(Math.abs(estimateOffset(samples) - offsetMs)).toBeLessThanOrEqual(best);
      }),
    );
  });

  it('follows at once when somebody sets this computer’s clock', () => {
    fc.assert(
      fc.property(
        offset,
        offset,
        fc.array(trip, { maxLength: 8 }),
        trip,
        (was, is, before, now) => {
          const newest = sampleAt(now, is);
          const samples = [...before.map((one) => sampleAt(one, was)), newest];
          const allowed = Math.abs(was - is) > 20_000 ? errorOf(newest) : 20_000;
          expect(Math.abs(estimateOffset(samples) - is)).toBeLessThanOrEqual(allowed);
        },
      ),
    );
  });

  it('shows what the server would, wherever this computer’s clock stands', () => {
    fc.assert(
      fc.property(moment, moment, offset, (deadlineMs, serverMs, offsetMs) => {
        expect(findRemaining(deadlineMs, serverMs - offsetMs, offsetMs)).toBe(
          deadlineMs - serverMs,
        );
      }),
    );
  });

  it('ticks when the second that it shows ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -minute, max: 90 * minute }), (remaining) => {
        const wait = untilNextSecond(remaining);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(1_000);
        expect(Math.abs((remaining - wait) % 1_000)).toBe(0);
      }),
    );
  });
});

describe('the warning', () => {
  it.each([
    [10 * minute + 500, 10 * minute - 500, 10],
    [5 * minute + 500, 5 * minute, 5],
    [minute + 1, minute, 1],
    [500, -500, 0],
    [9 * minute, 8 * minute, undefined],
    [-1_000, -2_000, undefined],
    [30 * minute, 3 * minute, 5],
  ])('between %d and %d ms is for %s', (before, now, mark) => {
    expect(findWarning(before, now)).toBe(mark);
  });

  it('comes once for each mark, in order, however the time is looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 30 }), (steps) => {
        let left = 12 * minute;
        const said = steps.map((step) => {
          const before = left;
          left -= step;
          return findWarning(before, left);
        });
        const marks = said.filter((mark) => mark !== undefined);
        expect(marks).toEqual([10, 5, 1, 0].slice(0, marks.length));
      }),
    );
  });

  it('comes again when time was added in between', () => {
    expect(findWarning(4 * minute, 7 * minute)).toBeUndefined();
    expect(findWarning(5 * minute + 1, 5 * minute)).toBe(5);
  });
});
