import { createCache } from 'solution';
import { createHospital, pass, watch } from './hospital.ts';

describe('the example of the statement', () => {
  it('is followed', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 500 });

    const first = watch(cache.get('k'));
    await pass(100);
    const second = watch(cache.get('k'));
    await pass(99);
    expect([first, second]).toEqual([{}, {}]);
    await pass(1);
    expect([first, second]).toEqual([{ answer: 'k 1' }, { answer: 'k 1' }]);

    await pass(799);
    expect(await cache.get('k')).toBe('k 1');
    expect(hospital.loads).toHaveLength(1);
    await pass(1);
    expect(await cache.get('k')).toBe('k 1');
    await pass(100);
    expect(await cache.get('k')).toBe('k 1');
    expect(hospital.loads).toHaveLength(2);
    await pass(100);
    expect(await cache.get('k')).toBe('k 2');

    await pass(1300);
    const third = watch(cache.get('k'));
    await pass(199);
    expect(third).toEqual({});
    await pass(1);
    expect(third).toEqual({ answer: 'k 3' });
    expect(hospital.loads).toHaveLength(3);
  });
});

describe('a failure', () => {
  it('is told and not cached', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000 });
    hospital.failing = true;
    await expect(cache.get('k')).rejects.toThrow('no answer for k 1');
    hospital.failing = false;
    await expect(cache.get('k')).resolves.toBe('k 2');
  });
});

describe('delete', () => {
  it('makes the next get load', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000 });
    await cache.get('k');
    expect(cache.size()).toBe(1);
    cache.delete('k');

    expect(cache.size()).toBe(0);
    expect(await cache.get('k')).toBe('k 2');
  });
});

describe('options', () => {
  it('that make no sense are named', () => {
    const { load } = createHospital();
    expect(() => createCache({ load, freshMs: 0 })).toThrow('freshMs');
    expect(() => createCache({ load, freshMs: 1, maxEntries: 1.5 })).toThrow('maxEntries');
  });
});
