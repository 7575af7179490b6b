import { createCache } from 'solution';
import { createHospital, pass, watch } from './hospital.ts';

describe('a stampede', () => {
  it('loads once for many callers', async () => {
    const hospital = createHospital(800);
    const cache = createCache({ load: hospital.load, freshMs: 1000 });
    const early = Array.from({ length: 100 }, () => watch(cache.get('clinic')));
    await pass(799);
    const late = Array.from({ length: 100 }, () => watch(cache.get('clinic')));
    expect(late[0]).toEqual({});
    await pass(1);

    expect(hospital.loads).toEqual(['clinic']);
    expect(new Set([...early, ...late].map(({ answer }) => answer))).toEqual(new Set(['clinic 1']));
  });

  it('of stale answers starts one refresh', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 1000 });
    await cache.get('clinic');
    await pass(800);
    const callers = Array.from({ length: 50 }, () => watch(cache.get('clinic')));
    await pass(100);
    callers.push(watch(cache.get('clinic')));
    await pass(0);

    expect(new Set(callers.map(({ answer }) => answer))).toEqual(new Set(['clinic 1']));
    expect(hospital.loads).toHaveLength(2);
    await pass(100);
    expect(await cache.get('clinic')).toBe('clinic 2');
    expect(hospital.loads).toHaveLength(2);
  });

  it('shares a refresh that is under way when the old answer expires', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 500 });
    await cache.get('clinic');
    hospital.takesMs = 900;
    await pass(1200);
    expect(await cache.get('clinic')).toBe('clinic 1');
    await pass(100);
    const late = watch(cache.get('clinic'));
    await pass(799);
    expect(late).toEqual({});
    await pass(1);

    expect(late).toEqual({ answer: 'clinic 2' });
    expect(hospital.loads).toHaveLength(2);
  });

  it('on one key does not hold up another', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000 });
    const keys = ['a', 'b', '', '__proto__', 'constructor', 'toString', 'ключ'];
    const seen = keys.map((key) => watch(cache.get(key)));
    await pass(200);

    expect(seen).toEqual(keys.map((key, index) => ({ answer: `${key} ${index + 1}` })));
    expect(await Promise.all(keys.map((key) => cache.get(key)))).toEqual(
      seen.map(({ answer }) => answer),
    );
    expect(hospital.loads).toEqual(keys);
    expect(cache.size()).toBe(keys.length);
  });
});

describe('freshness', () => {
  it('counts from when the load began', async () => {
    const hospital = createHospital(600);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 100 });
    await cache.get('k');
    await pass(399);
    await cache.get('k');
    await pass(0);
    expect(hospital.loads).toHaveLength(1);
    await pass(1);
    expect(await cache.get('k')).toBe('k 1');
    await pass(0);
    expect(hospital.loads).toHaveLength(2);

    await pass(99);
    expect(await cache.get('k')).toBe('k 1');
    await pass(1);
    const waiting = watch(cache.get('k'));
    await pass(499);
    expect(waiting).toEqual({});
    await pass(1);
    expect(waiting).toEqual({ answer: 'k 2' });

    await pass(399);
    expect(await cache.get('k')).toBe('k 2');
    await pass(0);
    expect(hospital.loads).toHaveLength(2);
    await pass(1);
    await cache.get('k');
    await pass(0);
    expect(hospital.loads).toHaveLength(3);
  });

  it('ends at once where nothing may be stale', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000 });
    await cache.get('k');
    await pass(799);
    expect(await cache.get('k')).toBe('k 1');
    await pass(1);
    const waiting = watch(cache.get('k'));
    await pass(199);
    expect(waiting).toEqual({});
    await pass(1);
    expect(waiting).toEqual({ answer: 'k 2' });
  });

  it('costs no load that nobody asked for', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 1000 });
    await cache.get('k');
    await pass(60_000);

    expect(hospital.loads).toHaveLength(1);
  });
});

describe('answers', () => {
  it('may be anything, also nothing', async () => {
    for (const answer of [null, undefined, 0, '', false, Number.NaN, [], { slots: [] }]) {
      const load = jest.fn(async () => answer);
      const cache = createCache<unknown>({ load, freshMs: 1000, staleMs: 1000 });
      const found = [await cache.get('k'), await cache.get('k')];
      await pass(1500);
      found.push(await cache.get('k'));

      expect([found, cache.size()]).toEqual([[answer, answer, answer], 1]);
      expect(load.mock.calls.length).toBe(2);
      expect(load).toHaveBeenLastCalledWith('k');
    }
  });
});

describe('failures', () => {
  it('reach everybody who waits and are forgotten', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 1000 });
    hospital.failing = true;
    const waiting = [1, 2, 3].map(() => watch(cache.get('k')));
    await pass(200);
    expect(waiting).toEqual(Array.from({ length: 3 }, () => ({ error: 'no answer for k 1' })));
    expect(cache.size()).toBe(0);

    const again = watch(cache.get('k'));
    await pass(200);
    expect(again).toEqual({ error: 'no answer for k 2' });
    hospital.failing = false;
    expect(await cache.get('k')).toBe('k 3');
    expect(await cache.get('k')).toBe('k 3');
    expect(hospital.loads).toHaveLength(3);
  });

  it('that are thrown count like those that are rejected', async () => {
    let calls = 0;
    const load = (key: string) => {
      calls += 1;
      if (calls !== 2) throw new Error(`thrown ${calls}`);
      return Promise.resolve(`${key} ${calls}`);
    };
    const cache = createCache({ load, freshMs: 1000, staleMs: 1000 });

    await expect(cache.get('k')).rejects.toThrow('thrown 1');
    await expect(cache.get('k')).resolves.toBe('k 2');
    await pass(1000);
    expect(await cache.get('k')).toBe('k 2');
    expect(await cache.get('k')).toBe('k 2');
    await pass(1000);
    await expect(cache.get('k')).rejects.toThrow('thrown 4');
    expect(calls).toBe(4);
  });

  it('of a refresh leave the stale answer in place', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 5000 });
    await cache.get('k');
    hospital.failing = true;
    await pass(1000);
    const found: unknown[] = [];
    for (let at = 1200; at < 6000; at += 400) {
      found.push(await cache.get('k'));
      await pass(400);
    }
    expect(new Set(found)).toEqual(new Set(['k 1']));
    const expired = watch(cache.get('k'));
    await pass(200);
    expect(expired.error).toMatch('no answer for k');

    hospital.failing = false;
    expect(await cache.get('k')).toMatch(/^k \d+$/);
  });

  it('of a refresh are followed by a pause', async () => {
    const hospital = createHospital(200);
    const { load } = hospital;
    const cache = createCache({ load, freshMs: 1000, staleMs: 60_000, retryMs: 3000 });
    await cache.get('k');
    await cache.get('other');
    hospital.failing = true;
    await pass(1000);
    await cache.get('k');
    await pass(200);
    for (let ms = 0; ms < 2900; ms += 100) {
      expect(await cache.get('k')).toBe('k 1');
      await pass(100);
    }
    await pass(99);
    await cache.get('k');
    await pass(0);
    expect(hospital.loads).toEqual(['k', 'other', 'k']);
    await cache.get('other');
    await pass(0);
    expect(hospital.loads).toEqual(['k', 'other', 'k', 'other']);

    hospital.failing = false;
    await pass(1);
    await cache.get('k');
    await pass(200);
    expect(await cache.get('k')).toBe('k 5');
    expect(hospital.loads).toHaveLength(5);
  });

  it('pause a second unless said otherwise', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 60_000 });
    await cache.get('k');
    hospital.failing = true;
    await pass(1000);
    await cache.get('k');
    await pass(200);
    await pass(999);
    await cache.get('k');
    await pass(0);
    expect(hospital.loads).toHaveLength(2);
    await pass(1);
    await cache.get('k');
    await pass(0);
    expect(hospital.loads).toHaveLength(3);
  });

  it('of a refresh do not keep a get from loading that has nothing to give', async () => {
    const hospital = createHospital(200);
    const { load } = hospital;
    const cache = createCache({ load, freshMs: 1000, staleMs: 500, retryMs: 60_000 });
    await cache.get('k');
    hospital.failing = true;
    await pass(1000);
    await cache.get('k');
    await pass(200);
    hospital.failing = false;
    await pass(300);

    expect(await cache.get('k')).toBe('k 3');
  });
});

describe('invalidation', () => {
  it('is not undone by a load that was under way', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000 });
    const before = watch(cache.get('k'));
    await pass(150);
    cache.delete('k');
    const after = watch(cache.get('k'));
    await pass(50);

    expect([before, after]).toEqual([{ answer: 'k 1' }, {}]);
    const meanwhile = watch(cache.get('k'));
    await pass(149);
    expect([after, meanwhile]).toEqual([{}, {}]);
    await pass(1);
    expect([after, meanwhile]).toEqual([{ answer: 'k 2' }, { answer: 'k 2' }]);
    expect(await cache.get('k')).toBe('k 2');
    expect(hospital.loads).toHaveLength(2);
  });

  it('is not undone by a load that began in the same instant', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000 });
    const before = watch(cache.get('k'));
    cache.delete('k');
    const after = watch(cache.get('k'));
    await pass(200);

    expect([before, after]).toEqual([{ answer: 'k 1' }, { answer: 'k 2' }]);
    expect(await cache.get('k')).toBe('k 2');
    expect(hospital.loads).toHaveLength(2);
  });

  it('is not undone by an old load that ends after the new one', async () => {
    const hospital = createHospital(500);
    const cache = createCache({ load: hospital.load, freshMs: 10_000 });
    const before = watch(cache.get('k'));
    await pass(100);
    cache.delete('k');
    hospital.takesMs = 100;
    expect(await cache.get('k')).toBe('k 2');
    await pass(400);

    expect(before).toEqual({ answer: 'k 1' });
    expect(await cache.get('k')).toBe('k 2');
    expect([hospital.loads.length, cache.size()]).toEqual([2, 1]);
  });

  it('stops a refresh from storing what it brings', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000, staleMs: 1000 });
    await cache.get('k');
    await pass(900);
    await cache.get('k');
    await pass(100);
    cache.delete('k');
    await pass(100);
    expect(cache.size()).toBe(0);
    expect(await cache.get('k')).toBe('k 3');
  });

  it('leaves a new load alone when the old one fails', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 1000 });
    hospital.failing = true;
    const before = watch(cache.get('k'));
    await pass(150);
    cache.delete('k');
    hospital.failing = false;
    const after = watch(cache.get('k'));
    await pass(100);
    const shared = watch(cache.get('k'));
    await pass(100);

    expect(before).toEqual({ error: 'no answer for k 1' });
    expect([after, shared]).toEqual([{ answer: 'k 2' }, { answer: 'k 2' }]);
    expect(hospital.loads).toHaveLength(2);
  });

  it('touches one key only, and none that is unknown', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 10_000 });
    await cache.get('a');
    await cache.get('b');
    cache.delete('a');
    cache.delete('c');

    expect(cache.size()).toBe(1);
    expect(await cache.get('b')).toBe('b 2');
    expect(hospital.loads).toHaveLength(2);
  });
});

describe('the limit', () => {
  it('lets go of the answer that was not asked for longest', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 60_000, maxEntries: 3 });
    for (const key of ['a', 'b', 'c', 'a', 'd']) {
      await cache.get(key);
      await pass(1);
    }
    expect(cache.size()).toBe(3);
    expect(await cache.get('a')).toBe('a 1');
    expect(await cache.get('c')).toBe('c 3');
    expect(await cache.get('d')).toBe('d 4');
    expect(await cache.get('b')).toBe('b 5');
    expect(await cache.get('c')).toBe('c 3');
    expect(await cache.get('d')).toBe('d 4');
    expect(await cache.get('a')).toBe('a 6');
    expect(cache.size()).toBe(3);
  });

  it('counts answers and not loads', async () => {
    const hospital = createHospital(200);
    const cache = createCache({ load: hospital.load, freshMs: 60_000, maxEntries: 2 });
    const seen = ['a', 'b', 'c', 'd'].map((key) => watch(cache.get(key)));
    await pass(100);
    expect(cache.size()).toBe(0);
    await pass(100);

    expect(seen.map(({ answer }) => answer)).toEqual(['a 1', 'b 2', 'c 3', 'd 4']);
    expect(cache.size()).toBe(2);
  });

  it('is a thousand unless said otherwise', async () => {
    const cache = createCache({ load: async (key) => key, freshMs: 60_000 });
    await Promise.all(Array.from({ length: 1000 }, (_, index) => cache.get(`k${index}`)));
    expect(cache.size()).toBe(1000);
    await cache.get('one more');
    expect(cache.size()).toBe(1000);
  });

  it('keeps a refreshed answer in the place that it has', async () => {
    const hospital = createHospital(200);
    const { load } = hospital;
    const cache = createCache({ load, freshMs: 1000, staleMs: 60_000, maxEntries: 2 });
    await cache.get('a');
    await cache.get('b');
    await pass(1000);
    await cache.get('b');
    await pass(200);
    expect(cache.size()).toBe(2);
    expect(await cache.get('b')).toBe('b 3');
    await cache.get('c');

    expect(await cache.get('b')).toBe('b 3');
    expect(hospital.loads).toEqual(['a', 'b', 'b', 'c']);
  });
});

describe('options', () => {
  it('name what is wrong', () => {
    const { load } = createHospital();
    const good = { load, freshMs: 1, staleMs: 0, retryMs: 1, maxEntries: 1 };
    expect(createCache(good).size()).toBe(0);
    for (const option of ['freshMs', 'staleMs', 'retryMs', 'maxEntries']) {
      for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(() => createCache({ ...good, [option]: value })).toThrow(RangeError);
        expect(() => createCache({ ...good, [option]: value })).toThrow(option);
      }
      if (option !== 'staleMs') {
        expect(() => createCache({ ...good, [option]: 0 })).toThrow(option);
      }
    }
  });
});
