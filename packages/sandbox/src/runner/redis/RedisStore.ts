import { RedisError } from './resp.ts';
import { SortedSet } from './SortedSet.ts';

export type Value =
  | { type: 'string'; text: string }
  | { type: 'hash'; fields: Map<string, string> }
  | { type: 'list'; items: string[] }
  | { type: 'set'; members: Set<string> }
  | { type: 'zset'; set: SortedSet };
type Of<Type extends Value['type']> = Extract<Value, { type: Type }>;
type Entry = { value: Value; expiresMs: number };

/** All that one run may write, in code units. Counters a run that fills the runner's memory from outside its heap. */
const maxWritten = 64 * 1024 * 1024;

const empty: { [Type in Value['type']]: () => Of<Type> } = {
  string: () => ({ type: 'string', text: '' }),
  hash: () => ({ type: 'hash', fields: new Map() }),
  list: () => ({ type: 'list', items: [] }),
  set: () => ({ type: 'set', members: new Set() }),
  zset: () => ({ type: 'zset', set: new SortedSet() }),
};

/** The keys of a Redis, their values and when they expire, on the run's clock. */
export class RedisStore {
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  /** Counts the changes of each key, for WATCH. */
  readonly #changes = new Map<string, number>();
  #written = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Virtual time, ms since the epoch. */
  get nowMs(): number {
    return this.#now();
  }

  #entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.expiresMs > this.#now()) return entry;
    this.delete(key);
    return undefined;
  }

  type(key: string): Value['type'] | undefined {
    return this.#entry(key)?.value.type;
  }

  /**
   * The value of a key, for reading.
   * @throws {RedisError} WRONGTYPE
   */
  read<Type extends Value['type']>(key: string, type: Type): Of<Type> | undefined {
    const value = this.#entry(key)?.value;
    if (value !== undefined && value.type !== type)
      throw new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value');
    return value as Of<Type> | undefined;
  }

  /**
   * Changes the value of a key, which is made when there is none; a collection that `change` leaves empty is gone.
   * @throws {RedisError} WRONGTYPE
   */
  change<Type extends Value['type'], Result>(
    key: string,
    type: Type,
    change: (value: Of<Type>) => Result,
  ): Result {
    const known = this.read(key, type);
    const value = known ?? empty[type]();
    const result = change(value);
    if (sizeOf(value) === 0 && type !== 'string') this.delete(key);
    else {
      if (!known) this.#entries.set(key, { value, expiresMs: Infinity });
      this.touch(key);
    }
    return result;
  }

  /** Puts a value in the place of whatever is there; it does not expire unless told to. */
  set(key: string, value: Value, expiresMs = Infinity): void {
    this.#entries.set(key, { value, expiresMs });
    this.touch(key);
  }

  delete(key: string): boolean {
    const existed = this.#entries.delete(key);
    if (existed) this.touch(key);
    return existed;
  }

  take(key: string): { value: Value; expiresMs: number } | undefined {
    const entry = this.#entry(key);
    if (entry) this.delete(key);
    return entry;
  }

  peek(key: string): { value: Value; expiresMs: number } | undefined {
    return this.#entry(key);
  }

  has(key: string): boolean {
    return this.#entry(key) !== undefined;
  }

  /** When a key expires, virtual ms since the epoch; Infinity when never, nothing when it is not there. */
  expiry(key: string): number | undefined {
    return this.#entry(key)?.expiresMs;
  }

  expire(key: string, atMs: number): boolean {
    const entry = this.#entry(key);
    if (!entry) return false;
    entry.expiresMs = atMs;
    this.touch(key);
    return true;
  }

  /** Keys in the order in which they were made. */
  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.has(key));
  }

  clear(): void {
    for (const key of this.#entries.keys()) this.touch(key);
    this.#entries.clear();
  }

  touch(key: string): void {
    this.#changes.set(key, this.changes(key) + 1);
  }

  /** How often a key has changed; a key that has expired since counts as changed. */
  changes(key: string): number {
    this.#entry(key);
    return this.#changes.get(key) ?? 0;
  }

  /**
   * Counts what is about to be written.
   * @throws {RedisError} OOM
   */
  spend(length: number): void {
    this.#written += length + 64;
    if (this.#written > maxWritten)
      throw new RedisError("OOM command not allowed when used memory > 'maxmemory'.");
  }
}

/** How much a value holds: elements, or code units of a string. */
export function sizeOf(value: Value): number {
  switch (value.type) {
    case 'string':
      return value.text.length;
    case 'hash':
      return value.fields.size;
    case 'list':
      return value.items.length;
    case 'set':
      return value.members.size;
    case 'zset':
      return value.set.size;
  }
}
