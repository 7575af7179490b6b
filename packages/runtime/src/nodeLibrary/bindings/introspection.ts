/** `internalBinding('util')`: looks into values, as far as JavaScript can. */
import { getProxyDetails } from './proxies.ts';

const constants = {
  kPending: 0,
  kFulfilled: 1,
  kRejected: 2,
  kExiting: 0,
  kExitCode: 1,
  kHasExitCode: 2,
  ALL_PROPERTIES: 0,
  ONLY_WRITABLE: 1,
  ONLY_ENUMERABLE: 2,
  ONLY_CONFIGURABLE: 4,
  SKIP_STRINGS: 8,
  SKIP_SYMBOLS: 16,
  kDisallowCloneAndTransfer: 0,
  kTransferable: 1,
  kCloneable: 2,
};

const isIndex = (key: string) => /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;

/** Keys of `value` that are no indexes; with a filter of constants. */
function getOwnNonIndexProperties(value: object, filter: number): PropertyKey[] {
  return Reflect.ownKeys(value).filter((key) => {
    if (typeof key === 'symbol' && (filter & constants.SKIP_SYMBOLS) !== 0) return false;
    if (typeof key === 'string' && isIndex(key)) return false;
    if ((filter & constants.ONLY_ENUMERABLE) === 0) return true;
    return Reflect.getOwnPropertyDescriptor(value, key)?.enumerable === true;
  });
}

function getConstructorName(value: object): string {
  for (let owner: object | null = value; owner !== null; owner = Reflect.getPrototypeOf(owner)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(owner, 'constructor');
    const made: unknown = descriptor?.value;
    if (typeof made === 'function' && made.name !== '') return made.name;
  }
  return '';
}

/** The engine does not say how far an iterator is without moving it on, nor what a promise has become. */
const previewEntries = (_value: object, isIterator?: boolean) => (isIterator ? [[], false] : []);
const getPromiseDetails = () => [constants.kPending, undefined];

class WeakReference<T extends object> {
  readonly #target: WeakRef<T>;
  #held: T | undefined;
  #count = 0;

  constructor(target: T) {
    this.#target = new WeakRef(target);
  }

  get(): T | undefined {
    return this.#target.deref();
  }

  incRef(): void {
    this.#count += 1;
    this.#held = this.#target.deref();
  }

  decRef(): void {
    this.#count -= 1;
    if (this.#count === 0) this.#held = undefined;
    void this.#held;
  }
}

let loadModule: (id: string) => Record<string, unknown> = () => ({});

/** Tells where modules come from that Node's library loads when a property is first read. */
export function setModuleLoader(load: typeof loadModule): void {
  loadModule = load;
}

function defineLazyProperties(target: object, id: string, keys: string[], enumerable = true): void {
  for (const key of keys) {
    const define = (value: unknown) =>
      Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable });
    Object.defineProperty(target, key, {
      configurable: true,
      enumerable,
      get() {
        const value = loadModule(id)[key];
        define(value);
        return value;
      },
      set: define,
    });
  }
}

const symbols: Record<string, symbol> = {};
/** V8's private symbols, as ordinary ones: nothing here sets a property by them that would show. */
const privateSymbols = new Proxy(symbols, {
  get: (_target, name) => (symbols[String(name)] ??= Symbol(String(name))),
});

export const utilBinding = {
  WeakReference,
  constants,
  constructSharedArrayBuffer: (size: number) => new ArrayBuffer(size),
  defineLazyProperties,
  getCallSites: () => [],
  getCallerLocation: () => undefined,
  getConstructorName,
  getExternalValue: () => 0n,
  getOwnNonIndexProperties,
  getPromiseDetails,
  getProxyDetails,
  guessHandleType: () => 'PIPE',
  isInsideNodeModules: () => false,
  markPromiseAsHandled: (promise: Promise<unknown>) => void promise.catch(() => {}),
  previewEntries,
  privateSymbols,
  shouldAbortOnUncaughtToggle: [0],
  toUSVString: (text: string) => text.toWellFormed(),
};
