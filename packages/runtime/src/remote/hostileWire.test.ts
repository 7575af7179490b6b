import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bridge } from './Bridge.ts';
import { guardTests } from './guardTests.ts';
import type { WireCall } from './wire.ts';

/** The tests' end, and a solution that says over the wire whatever it likes. */
function facing(answer: (json: string) => string): { tests: Bridge; failed: unknown[] } {
  const failed: unknown[] = [];
  const tests = new Bridge(
    { call: answer, settle: () => {} },
    guardTests((error) => failed.push(error)),
  );
  return { tests, failed };
}

const kinds =
  'undefined null hole boolean number bigint string symbol json array object date map set bytes regexp error remote own x'.split(
    ' ',
  );
const keys = [
  '__proto__',
  'constructor',
  'then',
  'toString',
  'asymmetricMatch',
  'length',
  '0',
  'a',
];

/** Nodes that look like the wire's own, with anything in the place of their fields. */
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    fc.record(
      {
        t: fc.constantFrom(...kinds),
        v: fc.oneof(
          fc.jsonValue(),
          fc.array(tie('node'), { maxLength: 3 }),
          fc.array(fc.tuple(fc.constantFrom(...keys), tie('node')), { maxLength: 3 }),
        ),
        id: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.jsonValue()),
        kind: fc.constantFrom('function', 'object', 'promise', 'x'),
        name: fc.oneof(fc.string(), fc.jsonValue()),
        source: fc.string(),
        flags: fc.string({ maxLength: 2 }),
        as: fc.constantFrom('Buffer', 'ArrayBuffer', 'Uint8Array', 'x'),
        error: fc.oneof(fc.jsonValue(), fc.record({ name: fc.string(), properties: tie('node') })),
      },
      { requiredKeys: ['t'] },
    ),
  ),
}));

const expectUnharmed = () => {
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.keys(Function.prototype)).toEqual([]);
  expect({}.constructor).toBe(Object);
  expect(`${Object.prototype.toString.call([])}`).toBe('[object Array]');
};

describe('a solution that writes the wire itself', () => {
  it('gets an answer of the tests to whatever it calls, and changes nothing of theirs', () => {
    const call = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          op: fc.constantFrom(
            'get',
            'set',
            'has',
            'keys',
            'apply',
            'invoke',
            'construct',
            'follow',
            'x',
          ),
          id: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.jsonValue()),
          key: fc.constantFrom(...keys, 'call', 'prototype', 'mock', 'callers'),
          value: node,
          self: node,
          args: fc.array(node, { maxLength: 3 }),
          as: fc.integer(),
        },
        { requiredKeys: ['op'] },
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          call.map((value) => JSON.stringify(value)),
          fc.string(),
        ),
        (json) => {
          const { tests } = facing(() => '{"ok":true,"value":{"t":"undefined"}}');
          const inner = { secret: 1 };
          tests.export(Object.assign(() => inner, { mock: { calls: ['CANARY'] } }));
          tests.export(
            new (class Fake {
              callers = 0;
              count() {
                return (this.callers += 1);
              }
            })(),
          );
          const reply = JSON.parse(tests.answer(json)) as { ok: boolean };
          expect(typeof reply.ok).toBe('boolean');
          expect(JSON.stringify(reply)).not.toContain('CANARY');
          expectUnharmed();
        },
      ),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('gives the tests plain data or an error, whatever it answers', () => {
    const reply = fc.oneof(
      fc
        .record({ ok: fc.boolean(), value: node, error: node })
        .map((value) => JSON.stringify(value)),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string(),
    );
    fc.assert(
      fc.property(reply, (json) => {
        const { tests } = facing(() => json);
        try {
          tests.call({ op: 'get', id: 1, key: 'a' });
        } catch {
          // What a test sees when the solution answers nonsense, or throws.
        }
        try {
          tests.settled(json);
        } catch {
          // Likewise; the grader fails the test.
        }
        expectUnharmed();
      }),
      { seed: 2, numRuns: 2_000 },
    );
  });

  it('finds of a function of the tests nothing but its call', () => {
    const { tests } = facing(() => '');
    const id = tests.export(Object.assign((n: number) => n + 1, { source: 'CANARY' }));
    const ask = (call: object) =>
      JSON.parse(tests.answer(JSON.stringify({ id, ...call }))) as object;
    for (const key of ['constructor', '__proto__', 'toString', 'source', 'call', 'prototype'])
      expect(ask({ op: 'get', key })).toEqual({ ok: true, value: { t: 'undefined' } });
    for (const key of ['constructor', 'toString', 'call'])
      expect(ask({ op: 'invoke', key, args: [] })).toMatchObject({ ok: false });
    expect(ask({ op: 'keys' })).toEqual({ ok: true, value: { t: 'json', v: [] } });
    expect(
      ask({ op: 'apply', self: { t: 'undefined' }, args: [{ t: 'number', v: '2' }] }),
    ).toMatchObject({ ok: true, value: { v: 3 } });
  });

  it('may use what an author put on a class', () => {
    class Repository {
      saved: string[] = [];
      save(name: string) {
        this.saved.push(name);
        return this.saved.length;
      }
    }
    const { tests } = facing(() => '');
    const repository = new Repository();
    const id = tests.export(repository);
    const call: WireCall = { op: 'invoke', id, key: 'save', args: [{ t: 'string', v: 'a' }] };
    expect(JSON.parse(tests.answer(JSON.stringify(call)))).toMatchObject({
      ok: true,
      value: { v: 1 },
    });
    expect(repository.saved).toEqual(['a']);
  });

  it('is not told what an assertion expected, and cannot hide that it failed', () => {
    const { tests, failed } = facing(() => '');
    const id = tests.export((value: unknown) => expect(value).toBe('CANARY'));
    const call = { op: 'apply', id, self: { t: 'undefined' }, args: [{ t: 'string', v: 'wrong' }] };
    expect(tests.answer(JSON.stringify(call))).not.toContain('CANARY');
    expect(failed).toHaveLength(1);
  });
});

describe('hostile values', () => {
  const throwing = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
      getPrototypeOf: () => {
        throw new Error('no');
      },
    },
  );
  const values = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
      withSparseArray: true,
      withBoxedValues: true,
    }),
    fc.constantFrom<unknown>(
      throwing,
      Symbol.iterator,
      () => throwing,
      {
        get a() {
          throw new Error('no');
        },
      },
      {
        toJSON: () => {
          throw new Error('no');
        },
      },
      Object.assign(new Error('x'), { inner: throwing }),
      new Proxy([], {
        get: () => {
          throw new Error('no');
        },
      }),
      Object.create({ inherited: 1 }),
      JSON.parse('{"__proto__":{"a":1}}'),
      [[throwing]],
      new WeakMap(),
      class {},
    ),
  );

  it('are carried or refused in both directions, and the other end never breaks', () => {
    fc.assert(
      fc.property(values, (value) => {
        const ends: { solution?: Bridge; tests?: Bridge } = {};
        ends.solution = new Bridge({
          call: (json) => ends.tests?.answer(json) ?? '',
          settle: () => {},
        });
        ends.tests = facing((json) => ends.solution?.answer(json) ?? '').tests;
        const give = ends.tests.import(
          ends.solution.export({ give: () => value }),
          'object',
          '',
        ) as { give(): unknown };
        const take = ends.solution.import(
          ends.tests.export(() => value),
          'function',
          '',
        ) as () => unknown;
        for (const cross of [() => give.give(), take]) {
          try {
            cross();
          } catch (error) {
            expect(error).toBeDefined();
          }
        }
        expectUnharmed();
      }),
      { seed: 3, numRuns: 1_000 },
    );
  });
});
