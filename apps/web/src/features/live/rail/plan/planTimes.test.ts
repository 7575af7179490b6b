import { describe, expect, it } from '@jest/globals';
import { describeMoment } from '#features/live/rail/sessionTime.ts';
import { planTimes, sectionKeys } from './planTimes.ts';

const keys = ['Warm-up', 'Design', 'Questions'];
const minute = 60_000;
const start = 1_000_000;
const at = (minutes: number, section: string) => ({ at: start + minutes * minute, section });
const minutesOf = (times: ReturnType<typeof planTimes>) =>
  keys.map((key) => (times.elapsedMs.get(key) ?? 0) / minute);

describe('the time of a plan', () => {
  const running = { startedAt: start, endedAt: undefined };

  it('runs in the first section from the start, and in the one that was moved to', () => {
    expect(planTimes(keys, [], running, start + 3 * minute).current).toBe('Warm-up');
    const moves = [at(4, 'Design'), at(10, 'Warm-up'), at(11, 'Design')];
    const times = planTimes(keys, moves, running, start + 15 * minute);
    expect(times.current).toBe('Design');
    expect(minutesOf(times)).toEqual([5, 10, 0]);
  });

  it('counts nothing before the start and nothing after the end', () => {
    const before = planTimes(
      keys,
      [at(-9, 'Design')],
      { startedAt: undefined, endedAt: undefined },
      start,
    );
    expect([before.current, minutesOf(before)]).toEqual(['Design', [0, 0, 0]]);
    const ended = { startedAt: start, endedAt: start + 20 * minute };
    const moves = [at(-9, 'Design'), at(8, 'Questions'), at(30, 'Warm-up')];
    const times = planTimes(keys, moves, ended, start + 90 * minute);
    expect([times.current, minutesOf(times)]).toEqual([undefined, [0, 8, 12]]);
  });

  it('stays with what there is when two move at once, or the plan has lost a section', () => {
    const moves = [at(2, 'Design'), at(2, 'Design'), at(5, 'Gone')];
    expect(minutesOf(planTimes(keys, moves, running, start + 6 * minute))).toEqual([2, 4, 0]);
    expect(planTimes([], moves, running, start).current).toBeUndefined();
  });
});

it('names sections of the same title apart', () => {
  const sections = ['Design', 'Code', 'Design'].map((title) => ({ title }));
  expect(sectionKeys(sections)).toEqual(['Design', 'Code', 'Design (2)']);
});

it('tells moments as the session’s clock shows them', () => {
  const span = { startedAt: start, endedAt: start + 100 * minute };
  const told = [-1, 0, 7.125, 62.5, 101].map((n) => describeMoment(start + n * minute, span));
  expect(told).toEqual(['before the start', '0:00', '7:07', '1:02:30', 'after the end']);
  expect(describeMoment(5, { startedAt: undefined, endedAt: undefined })).toBe('before the start');
});
