/** The `redis` of the world: what the solution asked of its Redis, and failures of it. */
import type { GraderHost } from '#grader/protocol.ts';
import { binaryToText, textToBinary } from '#remote/binary.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Redis, RedisCommand, RedisFailureOptions } from '@assay/runtime/world';
import { failureRequest } from './failureRequest.ts';

type Log = { commands: RedisCommand[]; published: { channel: string; message: string }[] };
type Reply = string | number | null | { status: string } | Reply[];

export function createRedis(host: GraderHost): Redis {
  const log = () => JSON.parse(host.redisLog()) as Log;
  const plan = (
    caller: string,
    options: Omit<RedisFailureOptions, 'error'> & { error: string },
  ) => {
    const id = host.failRedis(failureRequest(`redis.${caller}`, options.command, options));
    return {
      get failed() {
        return host.failedRedis(id);
      },
    };
  };
  return {
    get commands() {
      return log().commands.map(({ command, args }) => ({ command, args: args.map(binaryToText) }));
    },
    get published() {
      return log().published.map(({ channel, message }) => ({
        channel: binaryToText(channel),
        message: binaryToText(message),
      }));
    },
    async call(command, ...args) {
      const words = [command, ...args].map((word) => textToBinary(String(word)));
      const answer = JSON.parse(host.callRedis(JSON.stringify(words))) as
        | { reply: Reply }
        | { error: string };
      if ('error' in answer) throw new Error(`redis.call: ${answer.error}`);
      const reply = present(answer.reply);
      return command.toUpperCase() === 'HGETALL' ? toObject(reply as string[]) : reply;
    },
    fail: (options) => plan('fail', options),
    crash: (options) => plan('crash', { ...options, error: 'crash' }),
    recover: () => host.recoverRedis(),
  };
}

function present(reply: Reply): unknown {
  if (typeof reply === 'string') return binaryToText(reply);
  if (Array.isArray(reply)) return reply.map(present);
  return typeof reply === 'object' && reply !== null ? reply.status : reply;
}

function toObject(flat: string[]): Record<string, string> {
  const object: Record<string, string> = {};
  for (let index = 0; index < flat.length; index += 2)
    object[flat[index] ?? ''] = flat[index + 1] ?? '';
  return object;
}
