import type { WireCall, WireNode } from './wire.ts';

export type RemoteAccess = {
  /** Calls the other side and gives what it returned, or throws what it threw. */
  call(call: WireCall): unknown;
  encode(value: unknown): WireNode;
  /** The id of a proxy of the other side's. */
  idOf(proxy: object): number | undefined;
};

/** Stands for the other side's thing `id`: reading, writing, calling and constructing happen over there. */
export function createRemoteProxy(
  id: number,
  kind: 'function' | 'object',
  name: string,
  { call, encode, idOf }: RemoteAccess,
): object {
  const target =
    kind === 'function'
      ? Object.defineProperty(function remote() {}, 'name', { value: name })
      : { constructor: { name } };
  const read = (key: string): unknown => call({ op: 'get', id, key });
  const encodeAll = (values: unknown[]) => values.map((value) => encode(value));

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

  return new Proxy(target, {
    get(own, key): unknown {
      if (key === Symbol.iterator) return iterate();
      // A proxy is no promise: those cross as promises.
      if (key === Symbol.asyncIterator || key === 'then') return undefined;
      if (typeof key === 'symbol') return Reflect.get(own, key);
      if (kind === 'function' && (key === 'prototype' || key === 'name'))
        return Reflect.get(own, key);
      return read(key);
    },
    set: (_own, key, value) =>
      typeof key === 'string' && call({ op: 'set', id, key, value: encode(value) }) === true,
    has: (_own, key) => typeof key === 'string' && call({ op: 'has', id, key }) === true,
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
}
