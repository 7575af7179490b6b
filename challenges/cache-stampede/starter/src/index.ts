import type { Cache, CacheOptions } from './contract.ts';

export type { Cache, CacheOptions } from './contract.ts';

/** The cache as it is today. */
export function createCache<Value>({ load, freshMs }: CacheOptions<Value>): Cache<Value> {
  const answers = new Map<string, { value: Promise<Value>; until: number }>();

  return {
    async get(key) {
      const known = answers.get(key);
      if (known && known.until > Date.now()) return known.value;

      const value = load(key);
      value.then(
        () => answers.set(key, { value, until: Date.now() + freshMs }),
        () => answers.set(key, { value, until: Date.now() + freshMs }),
      );
      return value;
    },
    delete(key) {
      answers.delete(key);
    },
    size() {
      return answers.size;
    },
  };
}
