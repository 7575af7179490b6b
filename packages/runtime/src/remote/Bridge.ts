import { flattenError, rebuildError } from './wireError.ts';
import type { WireCall, WireNode, WireReply } from './wire.ts';

/** How deep data may be nested. Counters stack overflow in whoever decodes it. */
const maxDepth = 200;
/** How many nodes one message may have. Counters returns of a million objects. */
const maxNodes = 100_000;

export type BridgeWires = {
  /** A synchronous call to the other side, JSON both ways: a WireCall, answered by a WireReply. */
  call(json: string): string;
  /** Tells the other side, later, how a promise that it follows ended. */
  settle(json: string): void;
};

type Settled = { as: number; reply: WireReply };
type Target = ((...args: unknown[]) => unknown) & Record<PropertyKey, unknown>;

/**
 * One side's end of the bridge between tests and solution. Both ends are the same code in different
 * isolates. Plain data is copied; functions, instances and promises become proxies of the original.
 */
export class Bridge {
  readonly #wires: BridgeWires;
  /** What the other side may call, by id; by identity, so that a thing keeps its id. */
  readonly #exported = new Map<number, object>();
  readonly #ids = new Map<object, number>();
  readonly #proxies = new Map<number, object>();
  readonly #remoteIds = new WeakMap<object, number>();
  readonly #following = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  #nextId = 1;
  #nextFollow = 1;

  constructor(wires: BridgeWires) {
    this.#wires = wires;
  }

  /** Makes `value` callable from the other side and gives its id. */
  export(value: object): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    const id = this.#nextId;
    this.#nextId += 1;
    this.#exported.set(id, value);
    this.#ids.set(value, id);
    return id;
  }

  /** A proxy of the other side's thing `id`. */
  import(id: number, kind: 'function' | 'object', name: string): object {
    const known = this.#proxies.get(id);
    if (known) return known;
    const proxy = this.#createProxy(id, kind, name);
    this.#proxies.set(id, proxy);
    this.#remoteIds.set(proxy, id);
    return proxy;
  }

  encode(value: unknown): WireNode {
    return this.#encode(value, 0, new Set(), { nodes: 0 });
  }

  #encode(value: unknown, depth: number, above: Set<object>, count: { nodes: number }): WireNode {
    count.nodes += 1;
    if (count.nodes > maxNodes) throw new RangeError(`A value with more than ${maxNodes} parts cannot cross.`);
    switch (typeof value) {
      case 'undefined':
        return { t: 'undefined' };
      case 'boolean':
        return { t: 'boolean', v: value };
      case 'number':
        return { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      case 'bigint':
        return { t: 'bigint', v: String(value) };
      case 'string':
        return { t: 'string', v: value };
      case 'symbol':
        return { t: 'symbol', v: value.description ?? '' };
      case 'function':
        return this.#encodeReference(value, 'function');
      case 'object':
        break;
    }
    if (value === null) return { t: 'null' };
    if (depth >= maxDepth) throw new RangeError(`A value nested more than ${maxDepth} deep cannot cross.`);
    if (above.has(value)) throw new TypeError('A value that contains itself cannot cross.');
    above.add(value);
    const inner = (part: unknown) => this.#encode(part, depth + 1, above, count);
    const node = this.#encodeObject(value, inner);
    above.delete(value);
    return node;
  }

  #encodeObject(value: object, inner: (part: unknown) => WireNode): WireNode {
    if (this.#remoteIds.has(value)) return this.#encodeReference(value, 'object');
    if (Array.isArray(value)) {
      return { t: 'array', v: Array.from(value, (part, index) => (index in value ? inner(part) : { t: 'hole' })) };
    }
    if (value instanceof Date) return { t: 'date', v: String(value.getTime()) };
    if (value instanceof RegExp) return { t: 'regexp', source: value.source, flags: value.flags };
    if (value instanceof Map) return { t: 'map', v: [...value].map(([key, part]) => [inner(key), inner(part)]) };
    if (value instanceof Set) return { t: 'set', v: [...value].map(inner) };
    if (value instanceof Error) return { t: 'error', error: flattenError(value, inner) };
    if (value instanceof Promise) {
      // Its rejection is the other side's to handle, which follows it in a later turn.
      value.catch(() => {});
      return this.#encodeReference(value, 'promise');
    }
    if (value instanceof Uint8Array) return { t: 'bytes', v: toBinary(value), as: isBuffer(value) ? 'Buffer' : 'Uint8Array' };
    if (value instanceof ArrayBuffer) return { t: 'bytes', v: toBinary(new Uint8Array(value)), as: 'ArrayBuffer' };
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) {
      return { t: 'object', v: Object.entries(value).map(([key, part]) => [key, inner(part)]) };
    }
    return this.#encodeReference(value, 'object');
  }

  #encodeReference(value: object, kind: 'function' | 'object' | 'promise'): WireNode {
    const remote = this.#remoteIds.get(value);
    if (remote !== undefined) return { t: 'own', id: remote };
    const named = kind === 'function' ? (value as { name?: unknown }).name : value.constructor?.name;
    return { t: 'remote', id: this.export(value), kind, name: typeof named === 'string' ? named : '' };
  }

  decode(node: WireNode): unknown {
    switch (node.t) {
      case 'undefined':
      case 'hole':
        return undefined;
      case 'null':
        return null;
      case 'boolean':
      case 'string':
        return node.v;
      case 'number':
        return Number(node.v);
      case 'bigint':
        return BigInt(node.v);
      case 'symbol':
        return Symbol(node.v);
      case 'array': {
        const list: unknown[] = [];
        list.length = node.v.length;
        node.v.forEach((part, index) => {
          if (part.t !== 'hole') list[index] = this.decode(part);
        });
        return list;
      }
      case 'object':
        return fromEntries(node.v.map(([key, part]) => [key, this.decode(part)]));
      case 'date':
        return new Date(Number(node.v));
      case 'regexp':
        return new RegExp(node.source, node.flags);
      case 'map':
        return new Map(node.v.map(([key, part]) => [this.decode(key), this.decode(part)]));
      case 'set':
        return new Set(node.v.map((part) => this.decode(part)));
      case 'bytes': {
        const bytes = Uint8Array.from(node.v, (unit) => unit.charCodeAt(0));
        if (node.as === 'ArrayBuffer') return bytes.buffer;
        return node.as === 'Buffer' && typeof Buffer !== 'undefined' ? Buffer.from(bytes) : bytes;
      }
      case 'error':
        return rebuildError(node.error, (part) => this.decode(part));
      case 'own':
        return this.#exported.get(node.id);
      case 'remote':
        return node.kind === 'promise' ? this.#follow(node.id) : this.import(node.id, node.kind, node.name);
    }
  }

  /** Answers a call of the other side. Throws nothing: what goes wrong is in the reply. */
  answer(json: string): string {
    let reply: WireReply;
    try {
      reply = { ok: true, value: this.encode(this.#perform(JSON.parse(json) as WireCall)) };
    } catch (error) {
      reply = { ok: false, error: this.#encodeThrown(error) };
    }
    return JSON.stringify(reply);
  }

  #encodeThrown(error: unknown): WireNode {
    try {
      return this.encode(error);
    } catch {
      return { t: 'error', error: { name: 'Error', message: 'An error that cannot be shown.', stack: '', properties: [] } };
    }
  }

  #perform(call: WireCall): unknown {
    const target = this.#exported.get(call.id) as Target | undefined;
    if (target === undefined) throw new ReferenceError('This value belongs to a world that is gone.');
    switch (call.op) {
      case 'get':
        return Reflect.get(target, call.key);
      case 'set':
        return Reflect.set(target, call.key, this.decode(call.value));
      case 'has':
        return Reflect.has(target, call.key);
      case 'keys':
        return Reflect.ownKeys(target).filter((key) => typeof key === 'string' && Object.prototype.propertyIsEnumerable.call(target, key));
      case 'apply':
        return Reflect.apply(target, this.decode(call.self), call.args.map((part) => this.decode(part)));
      case 'construct':
        return Reflect.construct(target as unknown as new () => object, call.args.map((part) => this.decode(part)));
      case 'follow': {
        Promise.resolve(target).then(
          (value: unknown) => this.#settle(call.as, () => ({ ok: true, value: this.encode(value) })),
          (error: unknown) => this.#settle(call.as, () => ({ ok: false, error: this.encode(error) })),
        );
        return undefined;
      }
    }
  }

  #settle(as: number, createReply: () => WireReply): void {
    let reply: WireReply;
    try {
      reply = createReply();
    } catch (error) {
      reply = { ok: false, error: this.#encodeThrown(error) };
    }
    this.#wires.settle(JSON.stringify({ as, reply } satisfies Settled));
  }

  /** The other side says how a promise that this side follows ended. */
  settled(json: string): void {
    const { as, reply } = JSON.parse(json) as Settled;
    const waiting = this.#following.get(as);
    this.#following.delete(as);
    if (reply.ok) waiting?.resolve(this.decode(reply.value));
    else waiting?.reject(this.decode(reply.error));
  }

  #follow(id: number): Promise<unknown> {
    const as = this.#nextFollow;
    this.#nextFollow += 1;
    const promise = new Promise((resolve, reject) => this.#following.set(as, { resolve, reject }));
    this.call({ op: 'follow', id, as });
    return promise;
  }

  /** Calls the other side and gives what it returned, or throws what it threw. */
  call(call: WireCall): unknown {
    const reply = JSON.parse(this.#wires.call(JSON.stringify(call))) as WireReply;
    if (reply.ok) return this.decode(reply.value);
    throw this.decode(reply.error);
  }

  #createProxy(id: number, kind: 'function' | 'object', name: string): object {
    const named = kind === 'function' ? Object.defineProperty(function remote() {}, 'name', { value: name }) : { constructor: { name } };
    const read = (key: string) => this.call({ op: 'get', id, key });
    return new Proxy(named, {
      get: (target, key) => {
        if (key === Symbol.iterator) return this.#iterate(id);
        if (key === Symbol.asyncIterator) return undefined;
        if (typeof key === 'symbol') return Reflect.get(target, key);
        if (key === 'then') return undefined;
        if (kind === 'function' && (key === 'prototype' || key === 'name')) return Reflect.get(target, key);
        return read(key);
      },
      set: (_target, key, value) => typeof key === 'string' && this.call({ op: 'set', id, key, value: this.encode(value) }) === true,
      has: (_target, key) => typeof key === 'string' && this.call({ op: 'has', id, key }) === true,
      ownKeys: (target) => [...new Set([...Reflect.ownKeys(target).filter((key) => !Object.getOwnPropertyDescriptor(target, key)?.configurable), ...(this.call({ op: 'keys', id }) as string[])])],
      getOwnPropertyDescriptor: (target, key) => {
        const own = Reflect.getOwnPropertyDescriptor(target, key);
        if (own && !own.configurable) return own;
        if (typeof key !== 'string' || key === 'constructor') return own;
        return { value: read(key), writable: true, enumerable: true, configurable: true };
      },
      apply: (_target, self, args: unknown[]) => this.call({ op: 'apply', id, self: this.encode(self), args: args.map((part) => this.encode(part)) }),
      construct: (_target, args: unknown[]) => this.call({ op: 'construct', id, args: args.map((part) => this.encode(part)) }) as object,
    });
  }

  /** Iterates the other side's iterable by its own `next`; only where it has one. */
  #iterate(id: number): (() => Iterator<unknown>) | undefined {
    const next = this.call({ op: 'get', id, key: 'next' });
    if (typeof next !== 'function') return undefined;
    return () => ({ next: () => this.call({ op: 'apply', id: this.#remoteIds.get(next) ?? 0, self: { t: 'own', id }, args: [] }) as IteratorResult<unknown> });
  }
}

/** Like Object.fromEntries, but `__proto__` is a key as any other. */
function fromEntries(entries: [string, unknown][]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  }
  return object;
}

function isBuffer(value: Uint8Array): boolean {
  return typeof Buffer !== 'undefined' && Buffer.isBuffer(value);
}

/** Bytes as a string of code units 0 to 255, which crosses isolates cheaply. */
export function toBinary(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8_192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  }
  return text;
}
