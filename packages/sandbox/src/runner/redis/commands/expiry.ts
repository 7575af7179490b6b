import { syntaxError, toInteger } from '#runner/redis/Command.ts';
import { RedisError } from '#runner/redis/resp.ts';

const units: Record<string, (nowMs: number, time: number) => number> = {
  EX: (nowMs, time) => nowMs + time * 1_000,
  PX: (nowMs, time) => nowMs + time,
  EXAT: (_nowMs, time) => time * 1_000,
  PXAT: (_nowMs, time) => time,
};

/** When `EX 5` and its like expire, virtual ms since the epoch. */
export function expiryOf(nowMs: number, unit: string, time: string | undefined): number {
  const at = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (!at || time === undefined) throw syntaxError();
  const value = toInteger(time);
  if (value <= 0) throw new RedisError('ERR invalid expire time');
  return at(nowMs, value);
}
