import {
  type Command,
  command,
  formatFloat,
  pairs,
  syntaxError,
  toFloat,
  toInteger,
} from '#runner/redis/Command.ts';
import type { RedisStore } from '#runner/redis/RedisStore.ts';
import { ok, RedisError } from '#runner/redis/resp.ts';
import { expiryOf } from './expiry.ts';

/** One string, code units. Counters SETRANGE at an offset of gigabytes. */
const maxStringLength = 4 * 1024 * 1024;

const get = (store: RedisStore, key: string): string | null =>
  store.read(key, 'string')?.text ?? null;

function put(store: RedisStore, key: string, text: string): void {
  if (text.length > maxStringLength)
    throw new RedisError(`ERR string exceeds maximum allowed size (${maxStringLength} bytes here)`);
  const expiresMs = store.expiry(key) ?? Infinity;
  store.set(key, { type: 'string', text }, expiresMs);
}

function add(store: RedisStore, key: string, amount: number): number {
  const sum = toInteger(get(store, key) ?? '0') + amount;
  if (!Number.isSafeInteger(sum)) throw new RedisError('ERR increment or decrement would overflow');
  put(store, key, String(sum));
  return sum;
}

/** SET key value [NX | XX] [GET] [EX | PX | EXAT | PXAT time | KEEPTTL] */
function set(store: RedisStore, [key = '', text = '', ...options]: string[]) {
  let expiresMs = Infinity;
  let condition: 'NX' | 'XX' | undefined;
  let wantsOld = false;
  for (let index = 0; index < options.length; index += 1) {
    const option = (options[index] ?? '').toUpperCase();
    if (option === 'NX' || option === 'XX') condition = option;
    else if (option === 'GET') wantsOld = true;
    else if (option === 'KEEPTTL') expiresMs = store.expiry(key) ?? Infinity;
    else {
      index += 1;
      expiresMs = expiryOf(store.nowMs, option, options[index]);
    }
  }
  const old = wantsOld ? get(store, key) : null;
  if (condition !== undefined && store.has(key) !== (condition === 'XX')) return old;
  store.set(key, { type: 'string', text }, expiresMs);
  return wantsOld ? old : ok;
}

function getEx(store: RedisStore, [key = '', option, time]: string[]) {
  const text = get(store, key);
  if (option === undefined || text === null) return text;
  if (option.toUpperCase() === 'PERSIST') store.expire(key, Infinity);
  else store.expire(key, expiryOf(store.nowMs, option.toUpperCase(), time));
  return text;
}

function setAll(store: RedisStore, words: string[]): void {
  for (const [key, text] of pairs(words)) store.set(key, { type: 'string', text });
}

function setRange(store: RedisStore, [key = '', start, part = '']: string[]) {
  const offset = toInteger(start);
  const old = get(store, key) ?? '';
  if (offset < 0) throw new RedisError('ERR offset is out of range');
  if (part === '') return old.length;
  if (offset > maxStringLength) throw new RedisError('ERR string exceeds maximum allowed size');
  const text = old.padEnd(offset, '\0').slice(0, offset) + part + old.slice(offset + part.length);
  store.spend(offset);
  put(store, key, text);
  return text.length;
}

export const strings: Record<string, Command> = {
  get: command(1, (store, [key = '']) => get(store, key)),
  set: command(2, set, 8),
  setnx: command(2, (store, [key = '', text = '']) => {
    if (store.has(key)) return 0;
    store.set(key, { type: 'string', text });
    return 1;
  }),
  setex: command(3, (store, [key = '', time = '', text = '']) =>
    set(store, [key, text, 'EX', time]),
  ),
  psetex: command(3, (store, [key = '', time = '', text = '']) =>
    set(store, [key, text, 'PX', time]),
  ),
  getset: command(2, (store, [key = '', text = '']) => set(store, [key, text, 'GET'])),
  getdel: command(1, (store, [key = '']) => {
    const text = get(store, key);
    if (text !== null) store.delete(key);
    return text;
  }),
  getex: command(1, getEx, 3),
  mget: command(
    1,
    (store, keys) => keys.map((key) => (store.type(key) === 'string' ? get(store, key) : null)),
    Infinity,
  ),
  mset: command(
    2,
    (store, words) => {
      setAll(store, words);
      return ok;
    },
    Infinity,
  ),
  msetnx: command(
    2,
    (store, words) => {
      if (pairs(words).some(([key]) => store.has(key))) return 0;
      setAll(store, words);
      return 1;
    },
    Infinity,
  ),
  append: command(2, (store, [key = '', part = '']) => {
    const text = (get(store, key) ?? '') + part;
    put(store, key, text);
    return text.length;
  }),
  strlen: command(1, (store, [key = '']) => get(store, key)?.length ?? 0),
  getrange: command(3, (store, [key = '', start, end]) => {
    const text = get(store, key) ?? '';
    const from = toInteger(start);
    const to = toInteger(end);
    const first = from < 0 ? Math.max(0, text.length + from) : from;
    return text.slice(first, to < 0 ? text.length + to + 1 : to + 1);
  }),
  setrange: command(3, setRange),
  incr: command(1, (store, [key = '']) => add(store, key, 1)),
  decr: command(1, (store, [key = '']) => add(store, key, -1)),
  incrby: command(2, (store, [key = '', amount]) => add(store, key, toInteger(amount))),
  decrby: command(2, (store, [key = '', amount]) => add(store, key, -toInteger(amount))),
  incrbyfloat: command(2, (store, [key = '', amount]) => {
    const sum = formatFloat(toFloat(get(store, key) ?? '0') + toFloat(amount));
    put(store, key, sum);
    return sum;
  }),
  setbit: command(3, (store, [key = '', at, bit]) => {
    const offset = toInteger(at);
    if (bit !== '0' && bit !== '1')
      throw new RedisError('ERR bit is not an integer or out of range');
    if (offset < 0 || offset >= maxStringLength * 8)
      throw new RedisError('ERR bit offset is not an integer or out of range');
    const text = (get(store, key) ?? '').padEnd((offset >>> 3) + 1, '\0');
    const mask = 0x80 >>> (offset & 7);
    const byte = text.charCodeAt(offset >>> 3);
    const changed = bit === '1' ? byte | mask : byte & ~mask;
    store.spend(offset >>> 3);
    put(
      store,
      key,
      text.slice(0, offset >>> 3) + String.fromCharCode(changed) + text.slice((offset >>> 3) + 1),
    );
    return (byte & mask) === 0 ? 0 : 1;
  }),
  getbit: command(2, (store, [key = '', at]) => {
    const offset = toInteger(at);
    if (offset < 0) throw syntaxError();
    return ((get(store, key) ?? '').charCodeAt(offset >>> 3) & (0x80 >>> (offset & 7))) === 0
      ? 0
      : 1;
  }),
  bitcount: command(1, (store, [key = '']) => {
    let count = 0;
    for (const character of get(store, key) ?? '')
      for (let byte = character.charCodeAt(0); byte > 0; byte >>>= 1) count += byte & 1;
    return count;
  }),
};
