import type { Cache, CacheOptions } from './contract.ts';

export type { Cache, CacheOptions } from './contract.ts';

export function createCache<Value>(options: CacheOptions<Value>): Cache<Value> {
  const { load, freshMs, staleMs = 0, retryMs = 1000, maxEntries = 1000 } = options;

  if (freshMs < 1) throw new RangeError('freshMs');
  if (staleMs < 0) throw new RangeError('staleMs');
  if (retryMs < 1) throw new RangeError('retryMs');
  if (maxEntries < 1) throw new RangeError('maxEntries');

  const values = new Map<string, { value: Value; time: number }>();
  const pending = new Map<string, Promise<Value>>();
  const lastFailure = new Map<string, number>();

  async function fetchNew(key: string): Promise<Value> {
    const running = pending.get(key);
    if (running) return running;
    const time = Date.now();
    const promise = load(key);
    pending.set(key, promise);
    try {
      const value = await promise;
      if (pending.get(key) === promise) {
        values.delete(key);
        values.set(key, { value, time });
        if (values.size > maxEntries) {
          const oldest = values.keys().next().value;
          if (oldest !== undefined) values.delete(oldest);
        }
      }
      return value;
    } catch (error) {
      lastFailure.set(key, Date.now());
      throw error;
    } finally {
      if (pending.get(key) === promise) pending.delete(key);
    }
  }

  return {
    async get(key) {
      const known = values.get(key);
      if (!known) return fetchNew(key);

      // most recently used goes to the end
      values.delete(key);
      values.set(key, known);

      const age = Date.now() - known.time;
      if (age < freshMs) return known.value;
      if (age < freshMs + staleMs) {
        const failed = lastFailure.get(key) ?? -Infinity;
        if (Date.now() - failed >= retryMs) {
          fetchNew(key).catch(() => undefined);
        }
        return known.value;
      }
      return fetchNew(key);
    },
    delete(key) {
      values.delete(key);
      pending.delete(key);
    },
    size() {
      return values.size;
    },
  };
}
