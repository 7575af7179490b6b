/**
 * `WeakRef` and `FinalizationRegistry` show a program when V8 collects garbage, which no seed decides. The
 * language lets an engine never collect, and to a program under judgement this one never does: what a
 * `WeakRef` refers to stays, within the limit of the heap, and no cleanup is ever called.
 */
class SteadyWeakRef<T extends WeakKey> {
  readonly #target: T;

  constructor(target: T) {
    requireWeakKey(target, 'WeakRef: invalid target');
    this.#target = target;
  }

  deref(): T {
    return this.#target;
  }

  get [Symbol.toStringTag](): string {
    return 'WeakRef';
  }
}

class SteadyFinalizationRegistry {
  readonly #tokens = new WeakSet();

  constructor(cleanup: unknown) {
    if (typeof cleanup !== 'function')
      throw new TypeError('FinalizationRegistry: cleanup must be callable');
  }

  register(target: WeakKey, _held: unknown, token?: WeakKey): void {
    requireWeakKey(target, 'FinalizationRegistry.prototype.register: invalid target');
    if (token !== undefined) this.#tokens.add(token);
  }

  /** Whether something was registered with this token. */
  unregister(token: WeakKey): boolean {
    requireWeakKey(token, 'Invalid unregisterToken');
    return this.#tokens.delete(token);
  }

  get [Symbol.toStringTag](): string {
    return 'FinalizationRegistry';
  }
}

function requireWeakKey(value: unknown, problem: string): void {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function')
    throw new TypeError(problem);
}

for (const [name, value] of [
  ['WeakRef', SteadyWeakRef],
  ['FinalizationRegistry', SteadyFinalizationRegistry],
] as const) {
  Object.defineProperty(value, 'name', { value: name });
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
