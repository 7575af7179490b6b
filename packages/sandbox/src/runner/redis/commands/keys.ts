import { type Command, command, syntaxError, toInteger } from '#runner/redis/Command.ts';
import { globMatcher } from '#runner/redis/globMatcher.ts';
import { type RedisStore, sizeOf } from '#runner/redis/RedisStore.ts';
import { ok, RedisError } from '#runner/redis/resp.ts';
import { SortedSet } from '#runner/redis/SortedSet.ts';
import { scan } from './scan.ts';

/** EXPIRE and its like: the time as a moment, and the options NX, XX, GT, LT. */
function expire(toMs: (nowMs: number, time: number) => number): Command {
  return command(
    2,
    (store, [key = '', time, option]) => {
      const old = store.expiry(key);
      if (old === undefined) return 0;
      const at = toMs(store.nowMs, toInteger(time));
      const allowed: Record<string, boolean> = {
        NX: old === Infinity,
        XX: old !== Infinity,
        GT: at > old,
        LT: at < old,
      };
      const condition = option?.toUpperCase();
      if (condition !== undefined && !Object.hasOwn(allowed, condition)) throw syntaxError();
      if (condition !== undefined && !allowed[condition]) return 0;
      if (at <= store.nowMs) store.delete(key);
      else store.expire(key, at);
      return 1;
    },
    3,
  );
}

function left(store: RedisStore, key: string, unitMs: number): number {
  const expiresMs = store.expiry(key);
  if (expiresMs === undefined) return -2;
  return expiresMs === Infinity ? -1 : Math.round((expiresMs - store.nowMs) / unitMs);
}

function rename(store: RedisStore, key: string, name: string): void {
  const entry = store.take(key);
  if (!entry) throw new RedisError('ERR no such key');
  store.set(name, entry.value, entry.expiresMs);
}

const remove = command(
  1,
  (store, keys) => keys.filter((key) => store.delete(key)).length,
  Infinity,
);
const count = command(1, (store, keys) => keys.filter((key) => store.has(key)).length, Infinity);

const flush = command(
  0,
  (store) => {
    store.clear();
    return ok;
  },
  1,
);

export const keyCommands: Record<string, Command> = {
  del: remove,
  unlink: remove,
  exists: count,
  touch: count,
  type: command(1, (store, [key = '']) => ({ status: store.type(key) ?? 'none' })),
  keys: command(1, (store, [pattern = '']) => store.keys().filter(globMatcher(pattern))),
  scan: command(
    1,
    (store, [cursor = '', ...options]) =>
      scan(
        cursor,
        options,
        store.keys(),
        (key) => [key],
        (key) => store.type(key),
      ),
    9,
  ),
  randomkey: command(0, (store) => store.keys()[0] ?? null),
  dbsize: command(0, (store) => store.keys().length),
  flushdb: flush,
  flushall: flush,
  expire: expire((nowMs, time) => nowMs + time * 1_000),
  pexpire: expire((nowMs, time) => nowMs + time),
  expireat: expire((_nowMs, time) => time * 1_000),
  pexpireat: expire((_nowMs, time) => time),
  ttl: command(1, (store, [key = '']) => left(store, key, 1_000)),
  pttl: command(1, (store, [key = '']) => left(store, key, 1)),
  expiretime: command(1, (store, [key = '']) => moment(store.expiry(key), 1_000)),
  pexpiretime: command(1, (store, [key = '']) => moment(store.expiry(key), 1)),
  persist: command(1, (store, [key = '']) => {
    const expiresMs = store.expiry(key);
    if (expiresMs === undefined || expiresMs === Infinity) return 0;
    store.expire(key, Infinity);
    return 1;
  }),
  rename: command(2, (store, [key = '', name = '']) => {
    rename(store, key, name);
    return ok;
  }),
  renamenx: command(2, (store, [key = '', name = '']) => {
    if (store.has(name)) return 0;
    rename(store, key, name);
    return 1;
  }),
  copy: command(
    2,
    (store, [key = '', name = '', replace]) => {
      const entry = store.peek(key);
      if (!entry || (store.has(name) && replace?.toUpperCase() !== 'REPLACE')) return 0;
      store.spend(sizeOf(entry.value) * 32);
      store.set(name, cloneValue(entry.value), entry.expiresMs);
      return 1;
    },
    3,
  ),
};

function moment(expiresMs: number | undefined, unitMs: number): number {
  if (expiresMs === undefined) return -2;
  return expiresMs === Infinity ? -1 : Math.floor(expiresMs / unitMs);
}

function cloneValue(value: Parameters<RedisStore['set']>[1]): Parameters<RedisStore['set']>[1] {
  if (value.type !== 'zset') return structuredClone(value);
  const copy = new SortedSet();
  for (const { member, score } of value.set.list()) copy.set(member, score);
  return { type: 'zset', set: copy };
}
