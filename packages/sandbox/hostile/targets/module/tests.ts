import { add, describe as describeIt, later, mapEach, sorted } from 'solution';

const secret = 'CANARY-module-value';

describe('CANARY-module-group', () => {
  it('adds', () => {
    expect(add(3, 4)).toBe(7);
  });
  it('describes', () => {
    expect(describeIt({ name: secret, tags: ['a', 'b'] })).toEqual({
      name: secret,
      tags: ['a', 'b'],
      count: 2,
    });
  });
  it('visits each', () => {
    const visit = jest.fn((n: number) => {
      expect(typeof n === 'number' ? 'number' : 'CANARY-module-callback').toBe('number');
      return n * 10;
    });
    expect(mapEach([1, 2, 3], visit)).toEqual([10, 20, 30]);
    expect(visit.mock.calls.map(([n]) => n)).toEqual([1, 2, 3]);
  });
  it('answers later', async () => {
    const before = Date.now();
    const late = later(secret, 5_000);
    const other = later('other', 1_000);
    await expect(late).resolves.toBe(secret);
    await expect(other).resolves.toBe('other');
    expect(Date.now() - before).toBe(5_000);
  });
  it('fails as it should', () => {
    expect(() => add('CANARY-module-input', 1)).toThrow(TypeError);
  });
  it('keeps no state', () => {
    const list = [3, 1, 2];
    expect(sorted(list)).toEqual([1, 2, 3]);
    expect(list).toEqual([3, 1, 2]);
  });
});
