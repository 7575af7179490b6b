import type { RedisStore } from './RedisStore.ts';
import { RedisError, type Reply } from './resp.ts';

/** A command's effect: `words` are its arguments, without its name. */
export type Run = (store: RedisStore, words: string[]) => Reply;

export type Command = {
  /** How many arguments it takes. */
  least: number;
  most: number;
  run: Run;
  /** Tried again whenever something has changed, for so many ms (0 for ever), while it gives null. */
  blocksForMs?(words: string[]): number;
};

/** A command that takes from `least` to `most` arguments, exactly `least` unless given. */
export function command(least: number, run: Run, most = least): Command {
  return { least, most, run };
}

export function syntaxError(): RedisError {
  return new RedisError('ERR syntax error');
}

/** @throws {RedisError} when `word` is no integer that a double can hold exactly. */
export function toInteger(word: string | undefined): number {
  const value = Number(word);
  if (word === undefined || !/^-?\d{1,19}$/.test(word) || !Number.isSafeInteger(value))
    throw new RedisError('ERR value is not an integer or out of range');
  return value;
}

/** @throws {RedisError} when `word` is no number; `inf`, `+inf` and `-inf` are. */
export function toFloat(word: string | undefined): number {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(word ?? '');
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  const value = Number(word);
  if (word === undefined || word.trim() === '' || !Number.isFinite(value))
    throw new RedisError('ERR value is not a valid float');
  return value;
}

/** A score or a float as Redis prints it. */
export function formatFloat(value: number): string {
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(17)));
}

/** The elements from `start` to `stop`, both included and counted from the end when negative. */
export function sliceRange<T>(list: readonly T[], start: number, stop: number): T[] {
  const from = start < 0 ? Math.max(0, list.length + start) : start;
  const to = stop < 0 ? list.length + stop : stop;
  return to < from ? [] : list.slice(from, to + 1);
}

/** Words in pairs. */
export function pairs(words: string[]): [string, string][] {
  if (words.length % 2 !== 0) throw syntaxError();
  return Array.from({ length: words.length / 2 }, (_, index): [string, string] => [
    words[index * 2] ?? '',
    words[index * 2 + 1] ?? '',
  ]);
}
