import { syntaxError, toInteger } from '#runner/redis/Command.ts';
import { globMatcher } from '#runner/redis/globMatcher.ts';
import { RedisError, type Reply } from '#runner/redis/resp.ts';

/** SCAN and its like: the cursor is how many elements were gone through. */
export function scan<T>(
  cursor: string,
  options: string[],
  elements: T[],
  present: (element: T) => [string, ...string[]],
  typeOf: (name: string) => string | undefined = () => undefined,
): Reply {
  if (!/^\d+$/.test(cursor)) throw new RedisError('ERR invalid cursor');
  let matches = (_name: string) => true;
  let count = 10;
  let type: string | undefined;
  for (let index = 0; index < options.length; index += 2) {
    const value = options[index + 1];
    if (value === undefined) throw syntaxError();
    const option = (options[index] ?? '').toUpperCase();
    if (option === 'MATCH') matches = globMatcher(value);
    else if (option === 'COUNT') count = Math.max(1, toInteger(value));
    else if (option === 'TYPE') type = value.toLowerCase();
    else throw syntaxError();
  }
  const start = Number(cursor);
  const next = start + count >= elements.length ? '0' : String(start + count);
  const found = elements
    .slice(start, start + count)
    .map(present)
    .filter(([name]) => matches(name) && (type === undefined || typeOf(name) === type));
  return [next, found.flat()];
}
