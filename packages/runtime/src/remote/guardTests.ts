import type { WireCall } from './wire.ts';

/** What the tests' end of the bridge does about a solution that asks for more than it was given. */
export type BridgeGuard = {
  /** Whether `call` may be carried out on `target`; one that may not finds nothing there. */
  allows(call: WireCall, target: object): boolean;
  /** What the solution is thrown for what code of the tests threw. */
  conceal(thrown: unknown): unknown;
};

const iteratorKeys: readonly string[] = ['next', 'return', 'throw'];

function chainOf(value: unknown): object[] {
  const above: unknown = Object.getPrototypeOf(value);
  return typeof above === 'object' && above !== null ? [above, ...chainOf(above)] : [];
}

/**
 * Prototypes that the language brings and that a thing of the tests' may have: through their `constructor`
 * a solution would come by `Function`, and so by code among the tests.
 */
const languagePrototypes = new Set<object>(
  [
    [],
    [][Symbol.iterator](),
    new Map(),
    new Map().keys(),
    new Set(),
    new Set().keys(),
    new WeakMap(),
    new WeakSet(),
    new ArrayBuffer(0),
    new DataView(new ArrayBuffer(0)),
    new Float64Array(),
    new Float32Array(),
    new Int32Array(),
    new Int16Array(),
    new Int8Array(),
    new Uint8ClampedArray(),
    new Uint16Array(),
    new Uint32Array(),
    new BigInt64Array(),
    new BigUint64Array(),
    ''[Symbol.iterator](),
    Promise.resolve(),
    /x/,
    new Date(0),
    new Error(),
    (function* () {})(),
    (async function* () {})(),
  ].flatMap(chainOf),
);

/** Whether an author put `key` on `target` or on a class of it. */
function isAuthors(target: object, key: string): boolean {
  for (let owner: object | null = target; owner !== null && !languagePrototypes.has(owner);) {
    if (Object.hasOwn(owner, key)) return true;
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  return false;
}

function allows(call: WireCall, target: object): boolean {
  if (call.op === 'follow') return true;
  if (call.op === 'apply' || call.op === 'construct') return typeof target === 'function';
  // Of a function there is nothing to see: its source, and what `jest.fn()` keeps, are the tests' own.
  if (typeof target === 'function') return false;
  if (call.op === 'keys') return true;
  if (call.key === 'constructor' || call.key === '__proto__') return false;
  if (isAuthors(target, call.key)) return true;
  if (call.op === 'set') return !(call.key in target);
  if (iteratorKeys.includes(call.key)) return true;
  const value: unknown = Reflect.get(target, call.key);
  return typeof value !== 'object' && typeof value !== 'function';
}

/** @param onAssertion Told of an assertion that failed in a function that the solution called. */
export function guardTests(onAssertion: (error: unknown) => void): BridgeGuard {
  return {
    allows,
    conceal(thrown) {
      if (!(thrown instanceof Error)) return thrown;
      // It says what was expected; and a solution that catches it would hide that it failed.
      if ('matcherResult' in thrown) {
        onAssertion(thrown);
        return new Error('The tests do not accept this call.');
      }
      // The frames of hidden tests are no business of the solution's.
      Object.defineProperty(thrown, 'stack', { value: '', configurable: true });
      return thrown;
    },
  };
}
