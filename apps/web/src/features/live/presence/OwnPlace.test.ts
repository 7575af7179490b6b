import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Awareness } from '@assay/contracts/live';
import { OwnPlace } from './OwnPlace.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('the own place', () => {
  it('is told at once, then at most twenty times a second, and in the end as it is', () => {
    const sent: Awareness[] = [];
    const place = new OwnPlace((state) => sent.push(state));
    place.tell({ view: 'board' });
    for (let x = 0; x < 100; x += 1) {
      place.tell({ pointer: { x, y: 0, down: false } });
      jest.advanceTimersByTime(10);
    }
    jest.advanceTimersByTime(1_000);
    expect(sent[0]).toEqual({ view: 'board' });
    expect(sent.length).toBeLessThanOrEqual(22);
    expect(sent.at(-1)).toEqual({ view: 'board', pointer: { x: 99, y: 0, down: false } });
  });

  it('forgets what is taken away, and says nothing twice', () => {
    const sent: Awareness[] = [];
    const place = new OwnPlace((state) => sent.push(state));
    place.tell({ view: 'board', selected: ['a'] });
    jest.advanceTimersByTime(60);
    place.tell({ selected: undefined });
    jest.advanceTimersByTime(60);
    place.tell({ selected: undefined });
    jest.advanceTimersByTime(60);
    expect(sent).toEqual([{ view: 'board', selected: ['a'] }, { view: 'board' }]);
  });

  it('says nothing after its end', () => {
    const sent: Awareness[] = [];
    const place = new OwnPlace((state) => sent.push(state));
    place.tell({ view: 'board' });
    place.tell({ view: 'code' });
    place.tell({ file: 'a.ts' });
    place.dispose();
    jest.advanceTimersByTime(1_000);
    expect(sent).toHaveLength(1);
  });
});
