import type { Command } from '#runner/redis/Command.ts';
import { RedisError } from '#runner/redis/resp.ts';
import { hashes } from './hashes.ts';
import { keyCommands } from './keys.ts';
import { lists } from './lists.ts';
import { sets } from './sets.ts';
import { sortedSets } from './sortedSets.ts';
import { strings } from './strings.ts';

const commands = new Map<string, Command>(
  [strings, keyCommands, hashes, lists, sets, sortedSets].flatMap((table) => Object.entries(table)),
);

const scripting = new Set([
  'eval',
  'eval_ro',
  'evalsha',
  'evalsha_ro',
  'script',
  'function',
  'fcall',
  'fcall_ro',
]);

/**
 * The command that `words` ask for, name first.
 * @throws {RedisError} when there is none, or it takes another number of arguments.
 */
export function findCommand([given = '', ...words]: string[]): Command {
  const name = given.toLowerCase();
  if (scripting.has(name))
    throw new RedisError(
      `ERR ${given.toUpperCase()} is not available here: this Redis runs no Lua. Use MULTI with WATCH, or one command that does it at once, such as SET with NX and PX, or GETDEL`,
    );
  const found = commands.get(name);
  if (!found)
    throw new RedisError(
      `ERR unknown command '${given.slice(0, 40)}'. This Redis has strings, hashes, lists, sets, sorted sets, expiry, pub/sub and MULTI`,
    );
  if (words.length < found.least || words.length > found.most)
    throw new RedisError(`ERR wrong number of arguments for '${name}' command`);
  return found;
}
