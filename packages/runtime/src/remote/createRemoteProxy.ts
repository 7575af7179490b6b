import { matcherHooks } from './matcherHooks.ts';
import type { WireCall, WireNode } from './wire.ts';

export type RemoteAccess = {
  /** Calls the other side and gives what it returned, or throws what it threw. */
  call(call: WireCall): unknown;
  encode(value: unknown): WireNode;
  /** The id of a proxy of the other side's. */
  idOf(proxy: object): number | undefined;
  /** From now on `standIn` goes home as what `original` stands for. */
  adopt(standIn: object, original: object): void;
};

/** Stands for the other side's thing `id`: reading, writing, calling and constructing happen over there. */
export function createRemoteProxy(
  id: number,
  kind: 'function' | 'object',
  name: string,
  { call, encode, idOf, adopt }: RemoteAccess,
): object {
  const target =
    kind === 'function'
      ? Object.defineProperty(function remote() {}, 'name', { value: name })
      : { constructor: { name } };
  /** Methods seen so far: read once, then called by name, in one crossing each. */
  const methods = new Map<string, object>();
  const encodeAll = (values: unknown[]) => values.map((value) => encode(value));

  function read(key: string): unknown {
    const known = methods.get(key);
    if (known) return known;
    const value = call({ op: 'get', id, key });
    if (typeof value !== 'function') return value;
    const method = new Proxy(value, {
      apply: (own, self, args: unknown[]): unknown =>
        self === proxy
          ? call({ op: 'invoke', id, key, args: encodeAll(args) })
          : Reflect.apply(own, self, args),
    });
    methods.set(key, method);
    adopt(method, value);
    return method;
  }

  /** Iterates the other side's iterator by its own `next`; only where it has one. */
  function iterate(): (() => Iterator<unknown>) | undefined {
    const next = read('next');
    const nextId = typeof next === 'function' ? idOf(next) : undefined;
    if (nextId === undefined) return undefined;
    return () => ({
      next: () =>
        call({
          op: 'apply',
          id: nextId,
          self: { t: 'own', id },
          args: [],
        }) as IteratorResult<unknown>,
    });
  }

  const proxy: object = new Proxy(target, {
    get(own, key): unknown {
      if (key === Symbol.iterator) return iterate();
      // A proxy is no promise: those cross as promises.
      if (key === Symbol.asyncIterator || key === 'then') return undefined;
      if (typeof key === 'symbol') return Reflect.get(own, key);
      if (matcherHooks.has(key)) return undefined;
      // What every function has is this side's own: `call`, `bind`, `toString`.
      if (kind === 'function' && key in own) return Reflect.get(own, key);
      return read(key);
    },
    set: (_own, key, value) =>
      typeof key === 'string' && call({ op: 'set', id, key, value: encode(value) }) === true,
    has: (_own, key) =>
      typeof key === 'string' && !matcherHooks.has(key) && call({ op: 'has', id, key }) === true,
    ownKeys(own) {
      const fixed = Reflect.ownKeys(own).filter(
        (key) => Object.getOwnPropertyDescriptor(own, key)?.configurable === false,
      );
      return [...new Set([...fixed, ...(call({ op: 'keys', id }) as string[])])];
    },
    getOwnPropertyDescriptor(own, key) {
      const fixed = Reflect.getOwnPropertyDescriptor(own, key);
      if (fixed?.configurable === false || typeof key !== 'string' || key === 'constructor')
        return fixed;
      return { value: read(key), writable: true, enumerable: true, configurable: true };
    },
    apply: (_own, self, args: unknown[]) =>
      call({ op: 'apply', id, self: encode(self), args: encodeAll(args) }),
    construct: (_own, args: unknown[]) =>
      call({ op: 'construct', id, args: encodeAll(args) }) as object,
  });
  return proxy;
}
