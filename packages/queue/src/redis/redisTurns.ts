import type { Queue } from 'bullmq';
import { z } from 'zod';
import { forgetTurnsMs, lastTurn, type Turns } from '#turns.ts';

/**
 * KEYS: BullMQ's set of waiting jobs, the job, the turns. ARGV: group, person, last turn, ms until turns are forgotten.
 * BullMQ's score of a waiting job is its priority times 2^32, and a counter.
 */
const takeTurn = `
local waiting, job, turns = KEYS[1], KEYS[2], KEYS[3]
local group, person, last, forget = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
if redis.call('EXISTS', job) == 1 then return 0 end
local read = function(field) return tonumber(redis.call('HGET', turns, field)) or 0 end
local time = redis.call('TIME')
local ms = time[1] * 1000 + math.floor(time[2] / 1000)
local first = redis.call('ZRANGE', waiting, 0, 0, 'WITHSCORES')[2]
local round = math.floor((tonumber(first) or 0) / 4294967296)
local somebodyWaits = round > 0 and round <= last
if somebodyWaits then
  redis.call('HSET', turns, 'since', ms)
elseif ms - read('since') > forget then
  redis.call('DEL', turns)
  redis.call('HSET', turns, 'since', ms)
end
round = math.max(somebodyWaits and round or 1, read('round'))
local own = read('person:' .. person)
local lane = (own >= round and 'more:' or 'first:') .. group
local turn = math.min(math.max(round, read(lane) + 1, own + 1), last)
redis.call('HSET', turns, 'round', round, lane, turn, 'person:' .. person, turn)
return turn`;

const countAhead = `return redis.call('ZRANK', KEYS[1], ARGV[1]) or -1`;

/** Turns of a queue, in Redis beside BullMQ's own keys. One script takes one, so that no two jobs take the same. */
export function redisTurns(queue: Queue): Turns {
  const client = queue.getBackend().client.then((open) => {
    open.defineCommand('assayTakeTurn', { numberOfKeys: 3, lua: takeTurn });
    open.defineCommand('assayCountAhead', { numberOfKeys: 1, lua: countAhead });
    return open;
  });
  // Whoever takes a turn hears of it; until then, a failure must not end the process.
  client.catch(() => {});
  const waiting = queue.toKey('prioritized');
  return {
    take: async (jobId, { group, person }) => {
      const keys = [waiting, queue.toKey(jobId), queue.toKey('assay:turns')];
      const terms = [group, person, lastTurn, forgetTurnsMs];
      const turn: unknown = await (await client).runCommand('assayTakeTurn', [...keys, ...terms]);
      return z.int().parse(turn) || undefined;
    },
    countAhead: async (jobId) => {
      const rank: unknown = await (await client).runCommand('assayCountAhead', [waiting, jobId]);
      const ahead = z.int().parse(rank);
      return ahead < 0 ? undefined : ahead;
    },
  };
}
