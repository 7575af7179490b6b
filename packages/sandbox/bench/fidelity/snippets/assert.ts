import type { SnippetTable } from './Snippet.ts';

const fails = (code: string) =>
  `try { ${code}; console.log('passed'); } catch (e) { console.log(e.name, e.code, e.generatedMessage, e.operator); console.log(e.message); }`;

export const assertTable: SnippetTable = {
  module: 'assert',
  imports: `import assert, { AssertionError } from 'node:assert'; import strict from 'node:assert/strict';`,
  snippets: {
    equal: `${fails(`assert.equal(1, '1'); assert.equal(1, 2)`)} ${fails(`assert.notEqual(1, 1)`)}`,
    strictEqual: `${fails(`assert.strictEqual(1, 2)`)} ${fails(`assert.strictEqual('a'.repeat(10), 'b')`)} ${fails(`assert.strictEqual(NaN, 0, 'own words')`)}`,
    'strictEqual of texts with lines': fails(
      `assert.strictEqual('one\\ntwo\\nthree', 'one\\n2\\nthree')`,
    ),
    'strictEqual of objects': `${fails(`assert.strictEqual({ a: 1 }, { a: 1 })`)} ${fails(`assert.strictEqual([1, 2, 3], [1, 2, 4])`)}`,
    deepStrictEqual: `${fails(`assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] })`)}`,
    'deepStrictEqual of long lists': fails(
      `assert.deepStrictEqual(Array.from({ length: 40 }, (_, i) => i), Array.from({ length: 40 }, (_, i) => (i === 20 ? 'x' : i)))`,
    ),
    'deepStrictEqual of prototypes': `class A {} ${fails(`assert.deepStrictEqual(new A(), {})`)} ${fails(`assert.deepStrictEqual([], {})`)}`,
    'deepStrictEqual of Maps and Sets': `${fails(`assert.deepStrictEqual(new Map([['a', 1]]), new Map([['a', 2]]))`)} ${fails(`assert.deepStrictEqual(new Set([1, { a: 1 }]), new Set([{ a: 1 }, 1]))`)}`,
    'deepEqual is loose': `${fails(`assert.deepEqual({ a: '1' }, { a: 1 })`)} ${fails(`assert.deepEqual([1], [2])`)} ${fails(`assert.notDeepEqual({ a: 1 }, { a: '1' })`)}`,
    partialDeepStrictEqual: `${fails(`assert.partialDeepStrictEqual({ a: 1, b: 2 }, { a: 1 })`)} ${fails(`assert.partialDeepStrictEqual({ a: 1 }, { a: 2 })`)}`,
    ok: `${fails(`assert.ok(0, 'zero')`)} ${fails(`assert(1)`)} ${fails(`assert.ok(null, new TypeError('own'))`)}`,
    'ok without a message': {
      code: fails(`assert.ok(0)`),
      differs:
        'Node reads the source of the call from its file; there is no file here, so the message is the general one.',
    },
    'ok without arguments': fails(`assert.ok()`),
    throws: `${fails(`assert.throws(() => { throw new TypeError('bad'); }, TypeError)`)} ${fails(`assert.throws(() => {})`)} ${fails(`assert.throws(() => { throw new Error('x'); }, /y/)`)}`,
    'throws by shape': `${fails(`assert.throws(() => { throw Object.assign(new Error('m'), { code: 1 }); }, { message: 'm', code: 2 })`)} ${fails(`assert.throws(() => { throw new Error('m'); }, { name: 'Error', message: /m/ })`)}`,
    'throws by a function': `${fails(`assert.throws(() => { throw new Error('m'); }, (e) => e.message === 'm')`)} ${fails(`assert.throws(() => { throw new Error('m'); }, () => false)`)}`,
    'throws of what is none': `${fails(`assert.throws('x')`)} ${fails(`assert.throws(() => { throw new Error('a'); }, 'a')`)}`,
    doesNotThrow: fails(`assert.doesNotThrow(() => { throw new Error('x'); }, 'words')`),
    rejects: `await assert.rejects(Promise.reject(new Error('x')), /x/); await assert.rejects(async () => 1).catch((e) => console.log(e.message)); await assert.rejects(() => 1).catch((e) => console.log(e.code, e.message)); await assert.doesNotReject(Promise.reject(new Error('z'))).catch((e) => console.log(e.message));`,
    match: `${fails(`assert.match('abc', /x/)`)} ${fails(`assert.doesNotMatch('abc', /b/)`)} ${fails(`assert.match(1, /x/)`)}`,
    fail: `${fails(`assert.fail()`)} ${fails(`assert.fail('words')`)} ${fails(`assert.fail(new RangeError('r'))`)}`,
    ifError: `${fails(`assert.ifError(null)`)} ${fails(`assert.ifError(new Error('e'))`)} ${fails(`assert.ifError('text')`)}`,
    AssertionError: `const e = new AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' }); console.log(e.message, e.actual, e.expected, e.name, e instanceof Error); console.log(new AssertionError({ message: 'm' }).message);`,
    strict: `${fails(`strict.equal(1, '1')`)} console.log(strict.strict === strict, assert.strict === strict, strict.deepEqual === assert.deepStrictEqual);`,
    'notStrictEqual and notDeepStrictEqual': `${fails(`assert.notStrictEqual(1, 1)`)} ${fails(`assert.notDeepStrictEqual({ a: 1 }, { a: 1 })`)}`,
    'circles and errors compared': `const a = {}; a.a = a; const b = {}; b.a = b; ${fails(`assert.deepStrictEqual(a, b)`)} ${fails(`assert.deepStrictEqual(new Error('a'), new Error('b'))`)}`,
    'what is exported': `console.log(Object.keys(assert).sort().join());`,
  },
};
