import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bridge } from './Bridge.ts';

/** Two ends in one isolate, joined as the host joins them. */
function join(): { tests: Bridge; solution: Bridge } {
  const ends: { tests: Bridge; solution: Bridge } = {
    tests: new Bridge({
      call: (json) => ends.solution.answer(json),
      settle: (json) => ends.solution.settled(json),
    }),
    solution: new Bridge({
      call: (json) => ends.tests.answer(json),
      settle: (json) => ends.tests.settled(json),
    }),
  };
  return ends;
}

function importFrom<T extends object>(value: T): T {
  const { tests, solution } = join();
  return tests.import(solution.export(value), 'object', 'module') as T;
}

const carry = (value: unknown) => {
  const { tests, solution } = join();
  return tests.decode(
    JSON.parse(JSON.stringify(solution.encode(value))) as ReturnType<Bridge['encode']>,
  );
};

describe('data that crosses', () => {
  it('arrives equal, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withSparseArray: true,
          withNullPrototype: false,
        }),
        (value) => expect(carry(value)).toEqual(value),
      ),
    );
  });

  it('keeps NaN, -0, undefined and bytes', () => {
    expect(carry([Number.NaN, -0, undefined, Number.POSITIVE_INFINITY])).toEqual([
      Number.NaN,
      -0,
      undefined,
      Number.POSITIVE_INFINITY,
    ]);
    expect(carry(Uint8Array.of(0, 127, 255))).toEqual(Uint8Array.of(0, 127, 255));
  });

  it('takes __proto__ for a key as any other', () => {
    const arrived = carry(JSON.parse('{"__proto__":{"polluted":true},"a":1}')) as Record<
      string,
      unknown
    >;
    expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
    expect(Object.keys(arrived)).toEqual(['__proto__', 'a']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is a copy: a change on one side stays there', () => {
    const module = importFrom({ list: [1, 2], read: () => [1, 2] });
    module.read().push(3);
    expect(module.read()).toEqual([1, 2]);
  });

  it('is refused when it contains itself or is too deep, and nothing breaks', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const deep: unknown[] = [];
    let inner = deep;
    for (let level = 0; level < 10_000; level += 1) inner = inner[0] = [] as unknown[];
    const module = importFrom({ loop: () => loop, deep: () => deep, fine: () => 1 });
    expect(() => module.loop()).toThrow('contains itself');
    expect(() => module.deep()).toThrow('deep');
    expect(module.fine()).toBe(1);
  });
});

describe('what stays on its side', () => {
  it('is called synchronously, with results and errors coming back', () => {
    const module = importFrom({
      add: (a: number, b: number) => a + b,
      fail() {
        throw Object.assign(new RangeError('too much'), { code: 'E_LIMIT', limit: 3 });
      },
    });
    expect(module.add(2, 3)).toBe(5);
    expect(() => module.fail()).toThrow(RangeError);
    expect(() => module.fail()).toThrow(
      expect.objectContaining({ message: 'too much', code: 'E_LIMIT', limit: 3 }),
    );
  });

  it('may be a class whose instances keep their state', () => {
    class Counter {
      count = 0;
      increment(by = 1) {
        this.count += by;
        return this;
      }
    }
    const module = importFrom({ Counter });
    const counter = new module.Counter();
    expect(counter.increment().increment(2)).toBe(counter);
    expect(counter.count).toBe(3);
    counter.count = 10;
    expect(counter.count).toBe(10);
  });

  it('may be a promise, resolved or rejected later', async () => {
    const module = importFrom({
      later: async (value: number) => value * 2,
      never: async () => {
        throw new TypeError('no');
      },
    });
    await expect(module.later(4)).resolves.toBe(8);
    await expect(module.never()).rejects.toThrow(TypeError);
  });

  it('calls back what it was given', () => {
    const module = importFrom({
      each: (list: number[], visit: (n: number) => number) => list.map((n) => visit(n)),
    });
    const seen: number[] = [];
    expect(module.each([1, 2], (n) => (seen.push(n), n * 10))).toEqual([10, 20]);
    expect(seen).toEqual([1, 2]);
  });

  it('comes home as itself', () => {
    const key = { secret: 1 };
    class Box {
      readonly inside = key;
    }
    const box = new Box();
    const module = importFrom({ box: () => box, same: (other: unknown) => other === box });
    expect(module.same(module.box())).toBe(true);
  });

  it('cannot be reached by an id that was never given out', () => {
    const { tests, solution } = join();
    solution.export({ a: 1 });
    expect(() => tests.call({ op: 'get', id: 999, key: 'a' })).toThrow('gone');
  });
});
