import type { Cache, CacheOptions } from './contract.ts';

export type { Cache, CacheOptions } from './contract.ts';

type Entry<Value> = {
  /** Only there once a load has succeeded. */
  answer?: { value: Value; loadedAt: number };
  loading?: Promise<Value>;
  quietUntil: number;
};

function mustBe(option: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${option}: a whole number of at least ${least}, not ${value}`);
  }
}

/** Asks once, answers old while it asks again, and gets through failures. */
export function createCache<Value>({
  load,
  freshMs,
  staleMs = 0,
  retryMs = 1_000,
  maxEntries = 1_000,
}: CacheOptions<Value>): Cache<Value> {
  mustBe('freshMs', freshMs, 1);
  mustBe('staleMs', staleMs, 0);
  mustBe('retryMs', retryMs, 1);
  mustBe('maxEntries', maxEntries, 1);

  // In the order of use: what was asked for last stands last.
  const entries = new Map<string, Entry<Value>>();

  const held = () => [...entries].filter(([, entry]) => entry.answer !== undefined);

  function touch(key: string): Entry<Value> {
    const entry = entries.get(key) ?? { quietUntil: 0 };
    entries.delete(key);
    entries.set(key, entry);
    return entry;
  }

  function makeRoom(except: string): void {
    for (const [key, entry] of held()) {
      if (held().length <= maxEntries) return;
      if (key === except) continue;
      if (entry.loading) delete entry.answer;
      else entries.delete(key);
    }
  }

  function start(key: string, entry: Entry<Value>): Promise<Value> {
    const beganAt = Date.now();
    const loading = new Promise<Value>((resolve) => resolve(load(key))).then(
      (value) => {
        // After a delete this entry is no longer the one in the map.
        if (entries.get(key) === entry) {
          entry.answer = { value, loadedAt: beganAt };
          entry.quietUntil = 0;
          delete entry.loading;
          makeRoom(key);
        }
        return value;
      },
      (error: unknown) => {
        delete entry.loading;
        entry.quietUntil = Date.now() + retryMs;
        if (entries.get(key) === entry && !entry.answer) entries.delete(key);
        throw error;
      },
    );
    entry.loading = loading;
    return loading;
  }

  return {
    async get(key) {
      const entry = touch(key);
      const age = entry.answer ? Date.now() - entry.answer.loadedAt : Infinity;
      if (entry.answer && age < freshMs) return entry.answer.value;
      if (entry.answer && age < freshMs + staleMs) {
        const { value } = entry.answer;
        if (!entry.loading && Date.now() >= entry.quietUntil) start(key, entry).catch(() => {});
        return value;
      }
      return entry.loading ?? start(key, entry);
    },
    delete(key) {
      entries.delete(key);
    },
    size: () => held().length,
  };
}
