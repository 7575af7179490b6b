import { createRemoteProxy } from './createRemoteProxy.ts';
import { decodeWire } from './decodeWire.ts';
import { encodeWire, type ReferenceKind } from './encodeWire.ts';
import type { BridgeGuard } from './guardTests.ts';
import type { WireCall, WireNode, WireReply } from './wire.ts';

export type BridgeWires = {
  /** A synchronous call to the other side, JSON both ways: a WireCall, answered by a WireReply. */
  call(json: string): string;
  /** Tells the other side, later, how a promise that it follows ended. */
  settle(json: string): void;
};

type Settled = { as: number; reply: WireReply };
type Follower = { resolve(value: unknown): void; reject(error: unknown): void };
type Target = ((...args: unknown[]) => unknown) & Record<PropertyKey, unknown>;

/**
 * One side's end of the bridge between tests and solution. Both ends are the same code in different
 * isolates. Plain data is copied; functions, instances and promises become proxies of the original.
 */
export class Bridge {
  readonly #wires: BridgeWires;
  readonly #guard: BridgeGuard | undefined;
  /** What the other side may call, by id; and by identity, so that a thing keeps its id. */
  readonly #exported = new Map<number, object>();
  readonly #ids = new Map<object, number>();
  readonly #proxies = new Map<number, object>();
  readonly #remoteIds = new WeakMap<object, number>();
  readonly #following = new Map<number, Follower>();
  #nextFollow = 1;

  /** @param guard What the other side may do to the things of this one; without it, all. */
  constructor(wires: BridgeWires, guard?: BridgeGuard) {
    this.#wires = wires;
    this.#guard = guard;
  }

  /** Makes `value` callable from the other side and gives its id, 1 for the first. */
  export(value: object): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    const id = this.#exported.size + 1;
    this.#exported.set(id, value);
    this.#ids.set(value, id);
    return id;
  }

  /** A proxy of the other side's thing `id`. */
  import(id: number, kind: 'function' | 'object', name: string): object {
    const known = this.#proxies.get(id);
    if (known) return known;
    const proxy = createRemoteProxy(id, kind, name, {
      call: (call) => this.call(call),
      encode: (value) => this.encode(value),
      idOf: (other) => this.#remoteIds.get(other),
      adopt: (standIn, original) =>
        this.#remoteIds.set(standIn, this.#remoteIds.get(original) ?? 0),
    });
    this.#proxies.set(id, proxy);
    this.#remoteIds.set(proxy, id);
    return proxy;
  }

  encode(value: unknown): WireNode {
    return encodeWire(
      value,
      (part, kind) => this.#refer(part, kind),
      (part) => this.#remoteIds.has(part),
    );
  }

  #refer(value: object, kind: ReferenceKind): WireNode {
    const remote = this.#remoteIds.get(value);
    if (remote !== undefined) return { t: 'own', id: remote };
    const { name, constructor } = value as { name?: unknown; constructor?: { name?: unknown } };
    const named = kind === 'function' ? name : constructor?.name;
    return {
      t: 'remote',
      id: this.export(value),
      kind,
      name: typeof named === 'string' ? named : '',
    };
  }

  decode(node: WireNode): unknown {
    return decodeWire(node, (reference) => {
      if (reference.t === 'own') return this.#exported.get(reference.id);
      return reference.kind === 'promise'
        ? this.#follow(reference.id)
        : this.import(reference.id, reference.kind, reference.name);
    });
  }

  /** Calls the other side and gives what it returned, or throws what it threw. */
  call(call: WireCall): unknown {
    const reply = JSON.parse(this.#wires.call(JSON.stringify(call))) as WireReply;
    if (reply.ok) return this.decode(reply.value);
    throw this.decode(reply.error);
  }

  /** Answers a call of the other side. Throws nothing: what goes wrong is in the reply. */
  answer(json: string): string {
    return JSON.stringify(this.#reply(() => this.#perform(JSON.parse(json) as WireCall)));
  }

  #reply(run: () => unknown): WireReply {
    try {
      return { ok: true, value: this.encode(run()) };
    } catch (error) {
      return { ok: false, error: this.#encodeThrown(error) };
    }
  }

  #encodeThrown(error: unknown): WireNode {
    try {
      return this.encode(this.#guard ? this.#guard.conceal(error) : error);
    } catch {
      return {
        t: 'error',
        error: {
          name: 'Error',
          message: 'An error that cannot be shown.',
          stack: '',
          properties: [],
        },
      };
    }
  }

  #perform(call: WireCall): unknown {
    const target = this.#exported.get(call.id) as Target | undefined;
    if (target === undefined)
      throw new ReferenceError('This value belongs to a world that is gone.');
    if (this.#guard && !this.#guard.allows(call, target)) return refused(call);
    const decodeAll = (nodes: WireNode[]) => nodes.map((node) => this.decode(node));
    switch (call.op) {
      case 'get':
        return Reflect.get<object, string>(target, call.key);
      case 'set':
        return Reflect.set(target, call.key, this.decode(call.value));
      case 'has':
        return Reflect.has(target, call.key);
      case 'keys':
        return Object.keys(target);
      case 'apply':
        return Reflect.apply(target, this.decode(call.self), decodeAll(call.args));
      case 'invoke':
        return (target[call.key] as Target).call(target, ...decodeAll(call.args));
      case 'construct':
        return Reflect.construct(target as unknown as new () => object, decodeAll(call.args));
      case 'follow':
        return this.#reportEnd(Promise.resolve(target), call.as);
    }
  }

  #reportEnd(promise: Promise<unknown>, as: number): void {
    const tell = (run: () => unknown) => {
      this.#wires.settle(JSON.stringify({ as, reply: this.#reply(run) } satisfies Settled));
    };
    promise.then(
      (value) => tell(() => value),
      (error: unknown) =>
        tell(() => {
          throw error;
        }),
    );
  }

  #follow(id: number): Promise<unknown> {
    const as = this.#nextFollow;
    this.#nextFollow += 1;
    const promise = new Promise((resolve, reject) => this.#following.set(as, { resolve, reject }));
    // Whether somebody handles a rejection is asked where the promise was made.
    promise.catch(() => {});
    this.call({ op: 'follow', id, as });
    return promise;
  }

  /** The other side is gone: whoever waits for one of its promises waits for nothing. */
  abandon(reason: string): void {
    for (const { reject } of this.#following.values()) reject(new Error(reason));
    this.#following.clear();
  }

  /** The other side says how a promise that this side follows ended. */
  settled(json: string): void {
    const { as, reply } = JSON.parse(json) as Settled;
    const follower = this.#following.get(as);
    this.#following.delete(as);
    try {
      if (reply.ok) follower?.resolve(this.decode(reply.value));
      else follower?.reject(this.decode(reply.error));
    } catch (error) {
      follower?.reject(error);
    }
  }
}

/** How a call ends that a guard does not allow: as if there were nothing. */
function refused({ op }: WireCall): unknown {
  if (op === 'invoke' || op === 'apply' || op === 'construct')
    throw new TypeError('This is not a function.');
  if (op === 'keys') return [];
  return op === 'get' ? undefined : false;
}
