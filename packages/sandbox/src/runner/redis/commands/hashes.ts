import {
  type Command,
  command,
  formatFloat,
  pairs,
  toFloat,
  toInteger,
} from '#runner/redis/Command.ts';
import type { RedisStore } from '#runner/redis/RedisStore.ts';
import { ok, RedisError } from '#runner/redis/resp.ts';
import { scan } from './scan.ts';

const none: ReadonlyMap<string, string> = new Map();
const fieldsOf = (store: RedisStore, key: string) => store.read(key, 'hash')?.fields ?? none;

/** Sets fields and gives how many of them are new. */
function set(store: RedisStore, [key = '', ...words]: string[]): number {
  return store.change(key, 'hash', ({ fields }) => {
    const before = fields.size;
    for (const [field, text] of pairs(words)) fields.set(field, text);
    return fields.size - before;
  });
}

export const hashes: Record<string, Command> = {
  hset: command(3, set, Infinity),
  hmset: command(
    3,
    (store, words) => {
      set(store, words);
      return ok;
    },
    Infinity,
  ),
  hsetnx: command(3, (store, [key = '', field = '', text = '']) =>
    fieldsOf(store, key).has(field) ? 0 : set(store, [key, field, text]),
  ),
  hget: command(2, (store, [key = '', field = '']) => fieldsOf(store, key).get(field) ?? null),
  hmget: command(
    2,
    (store, [key = '', ...fields]) =>
      fields.map((field) => fieldsOf(store, key).get(field) ?? null),
    Infinity,
  ),
  hgetall: command(1, (store, [key = '']) => [...fieldsOf(store, key)].flat()),
  hkeys: command(1, (store, [key = '']) => [...fieldsOf(store, key).keys()]),
  hvals: command(1, (store, [key = '']) => [...fieldsOf(store, key).values()]),
  hlen: command(1, (store, [key = '']) => fieldsOf(store, key).size),
  hexists: command(2, (store, [key = '', field = '']) => (fieldsOf(store, key).has(field) ? 1 : 0)),
  hstrlen: command(
    2,
    (store, [key = '', field = '']) => fieldsOf(store, key).get(field)?.length ?? 0,
  ),
  hdel: command(
    2,
    (store, [key = '', ...fields]) => {
      if (!store.read(key, 'hash')) return 0;
      return store.change(
        key,
        'hash',
        (hash) => fields.filter((field) => hash.fields.delete(field)).length,
      );
    },
    Infinity,
  ),
  hincrby: command(3, (store, [key = '', field = '', amount]) => {
    const sum = toInteger(fieldsOf(store, key).get(field) ?? '0') + toInteger(amount);
    if (!Number.isSafeInteger(sum))
      throw new RedisError('ERR increment or decrement would overflow');
    set(store, [key, field, String(sum)]);
    return sum;
  }),
  hincrbyfloat: command(3, (store, [key = '', field = '', amount]) => {
    const sum = formatFloat(toFloat(fieldsOf(store, key).get(field) ?? '0') + toFloat(amount));
    set(store, [key, field, sum]);
    return sum;
  }),
  hscan: command(
    2,
    (store, [key = '', cursor = '', ...options]) =>
      scan(cursor, options, [...fieldsOf(store, key)], (entry) => entry),
    8,
  ),
};
