import type { Cache, CacheOptions } from './contract.ts';
import { Lru } from './lru.ts';
import { SingleFlight } from './singleFlight.ts';

type Answer<Value> = { value: Value; askedAt: number; notBefore: number };

export function createCache<Value>(options: CacheOptions<Value>): Cache<Value> {
  const { load, freshMs, staleMs = 0, retryMs = 1_000, maxEntries = 1_000 } = options;
  for (const [name, value, least] of [
    ['freshMs', freshMs, 1],
    ['staleMs', staleMs, 0],
    ['retryMs', retryMs, 1],
    ['maxEntries', maxEntries, 1],
  ] as const) {
    if (!Number.isInteger(value) || value < least) throw new RangeError(`${name} is ${value}`);
  }
  const answers = new Lru<Answer<Value>>(maxEntries);
  const flights = new SingleFlight<Value>();
  const editions = new Map<string, number>();
  const editionOf = (key: string) => editions.get(key) ?? 0;

  function ask(key: string): Promise<Value> {
    const askedAt = Date.now();
    const edition = editionOf(key);
    const { promise, isNew } = flights.join(key, () => load(key));
    if (!isNew) return promise;
    return promise.then((value) => {
      if (editionOf(key) === edition) answers.set(key, { value, askedAt, notBefore: 0 });
      return value;
    });
  }

  function refreshQuietly(key: string, answer: Answer<Value>): void {
    if (flights.has(key) || Date.now() < answer.notBefore) return;
    ask(key).catch(() => {
      answer.notBefore = Date.now() + retryMs;
    });
  }

  return {
    async get(key) {
      const answer = answers.use(key);
      const age = answer === undefined ? Infinity : Date.now() - answer.askedAt;
      if (answer === undefined || age >= freshMs + staleMs) return ask(key);
      if (age >= freshMs) refreshQuietly(key, answer);
      return answer.value;
    },
    delete(key) {
      editions.set(key, editionOf(key) + 1);
      answers.delete(key);
      flights.abandon(key);
    },
    size: () => answers.size,
  };
}
