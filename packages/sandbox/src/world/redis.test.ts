import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge();

/** Runs commands over the real client: one call, a pipeline, a transaction. */
const solution = `
  import Redis from 'ioredis';
  export const redis = new Redis(process.env.REDIS_URL, { retryStrategy: (times) => Math.min(times * 50, 500), maxRetriesPerRequest: 2 });
  redis.on('error', () => {});
  export const run = async (command, ...args) => { try { return await redis[command](...args); } catch (error) { return error.message; } };
  export const pipeline = (commands) => redis.pipeline(commands).exec();
  export const multi = (commands) => redis.multi(commands).exec();
  export async function spend(key) {
    const client = redis.duplicate();
    try {
      await client.watch(key);
      const left = Number(await client.get(key));
      if (left <= 0) return 'none left';
      return (await client.multi().decr(key).exec()) === null ? 'conflict' : 'spent';
    } finally { client.disconnect(); }
  }
  export const heard = [];
  export async function listen(...channels) {
    const subscriber = redis.duplicate();
    subscriber.on('message', (channel, message) => heard.push([channel, message]));
    subscriber.on('pmessage', (pattern, channel, message) => heard.push([pattern, channel, message]));
    await subscriber.subscribe(...channels);
    return subscriber.psubscribe('news.*');
  }
`;

describe('redis', () => {
  it('answers the real ioredis', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { multi, pipeline, redis, run } from 'solution';
        import { clock, redis as world } from 'world';

        const cases = [
          ['strings', [
            ['set', 'a', '1', 'OK'], ['get', 'a', '1'], ['incrby', 'a', 41, 42], ['incrbyfloat', 'a', '0.5', '42.5'], ['incr', 'a', /not an integer/],
            ['set', 'a', 'x', 'NX', null], ['set', 'a', 'ä€', 'XX', 'GET', '42.5'], ['strlen', 'a', 5], ['append', 'a', '!', 6], ['getrange', 'a', 0, 1, 'ä'],
            ['mset', 'b', '2', 'c', '3', 'OK'], ['mget', 'a', 'b', 'zz', ['ä€!', '2', null]], ['getdel', 'b', '2'], ['exists', 'a', 'b', 'c', 2],
            ['setrange', 'c', 3, 'x', 4], ['setbit', 'bits', 7, 1, 0], ['getbit', 'bits', 7, 1], ['bitcount', 'bits', 1], ['setnx', 'c', '1', 0], ['getset', 'c', '9', '3\\0\\0x'],
          ]],
          ['hashes', [
            ['hset', 'h', { one: '1', two: '2' }, 2], ['hgetall', 'h', { one: '1', two: '2' }], ['hincrby', 'h', 'one', 4, 5], ['hmget', 'h', 'one', 'no', ['5', null]],
            ['hsetnx', 'h', 'one', '9', 0], ['hkeys', 'h', ['one', 'two']], ['hlen', 'h', 2], ['hdel', 'h', 'one', 'two', 2], ['exists', 'h', 0], ['hget', 'a', 'x', /WRONGTYPE/],
          ]],
          ['lists', [
            ['rpush', 'l', 'b', 'c', 2], ['lpush', 'l', 'a', '0', 4], ['lrange', 'l', 0, -1, ['0', 'a', 'b', 'c']], ['lindex', 'l', -1, 'c'], ['lrem', 'l', 1, '0', 1],
            ['linsert', 'l', 'BEFORE', 'b', 'x', 4], ['lpos', 'l', 'x', 1], ['lset', 'l', 1, 'y', 'OK'], ['ltrim', 'l', 1, 2, 'OK'], ['lmove', 'l', 'm', 'RIGHT', 'LEFT', 'b'],
            ['rpoplpush', 'l', 'm', 'y'], ['exists', 'l', 0], ['lpop', 'm', 5, ['y', 'b']], ['lpop', 'm', null], ['lpushx', 'm', 'z', 0],
          ]],
          ['sets', [
            ['sadd', 's', 'a', 'b', 'b', 'c', 3], ['sismember', 's', 'b', 1], ['smismember', 's', 'b', 'q', [1, 0]], ['srem', 's', 'c', 'q', 1], ['sadd', 't', 'b', 'd', 2],
            ['sinter', 's', 't', ['b']], ['sunion', 's', 't', ['a', 'b', 'd']], ['sdiff', 's', 't', ['a']], ['sdiffstore', 'u', 's', 't', 1], ['smove', 's', 't', 'a', 1],
            ['scard', 't', 3], ['spop', 'u', 'a'], ['exists', 'u', 0],
          ]],
          ['sorted sets', [
            ['zadd', 'z', 3, 'c', 1, 'a', 2, 'b', 3], ['zrange', 'z', 0, -1, ['a', 'b', 'c']], ['zrange', 'z', 0, 0, 'REV', 'WITHSCORES', ['c', '3']], ['zscore', 'z', 'b', '2'],
            ['zincrby', 'z', 1.5, 'a', '2.5'], ['zrank', 'z', 'a', 1], ['zrevrank', 'z', 'a', 1], ['zrangebyscore', 'z', '(2', '+inf', ['a', 'c']], ['zrangebyscore', 'z', '-inf', '+inf', 'LIMIT', 1, 1, ['a']],
            ['zadd', 'z', 'GT', 'CH', 1, 'a', 9, 'b', 1], ['zadd', 'z', 'NX', 0, 'a', 0], ['zcount', 'z', 3, 9, 2], ['zremrangebyscore', 'z', 0, 2.6, 1], ['zpopmin', 'z', ['c', '3']], ['zcard', 'z', 1],
            ['zadd', 'y', 1, 'b', 2, 'q', 2], ['zunionstore', 'w', 2, 'z', 'y', 'WEIGHTS', 1, 10, 2], ['zrange', 'w', 0, -1, 'WITHSCORES', ['b', '19', 'q', '20']],
          ]],
          ['scripts', [['eval', 'return 1', 0, /runs no Lua. Use MULTI/], ['xadd', 'stream', '*', 'a', '1', /unknown command 'xadd'/], ['get', /wrong number of arguments/]]],
        ];
        it.each(cases)('has %s', async (_name, steps) => {
          await redis.flushall();
          await run('set', 'a', 'text');
          for (const step of steps) {
            const expected = step.at(-1);
            const actual = await run(...step.slice(0, -1));
            if (expected instanceof RegExp) expect(actual).toMatch(expected);
            else expect([step.slice(0, -1), actual]).toEqual([step.slice(0, -1), expected]);
          }
        });

        it('expires on the virtual clock', async () => {
          await redis.flushall();
          await redis.set('short', '1', 'PX', 1_500);
          await redis.set('long', '1', 'EX', 60);
          await redis.hset('h', 'a', '1');
          await redis.expire('h', 2);
          expect([await redis.ttl('long'), await redis.pttl('short'), await redis.ttl('none')]).toEqual([60, 1_500, -2]);
          await clock.advance(1_499);
          expect(await redis.get('short')).toBe('1');
          await clock.advance(1);
          expect(await redis.get('short')).toBeNull();
          expect(await redis.keys('*')).toEqual(['long', 'h']);
          await redis.persist('h');
          await clock.advance(60_000);
          expect(await redis.keys('*')).toEqual(['h']);
          expect(await world.call('HGETALL', 'h')).toEqual({ a: '1' });
        });
        it('has pipelines, transactions and scans', async () => {
          await redis.flushall();
          expect(await pipeline([['set', 'a', '1'], ['incr', 'a'], ['hget', 'a', 'x'], ['get', 'a']])).toMatchObject([[null, 'OK'], [null, 2], [{ message: expect.stringContaining('WRONGTYPE') }, undefined], [null, '2']]);
          expect(await multi([['incr', 'a'], ['lpush', 'a', 'x'], ['get', 'a']])).toMatchObject([[null, 3], [{ message: expect.stringContaining('WRONGTYPE') }], [null, '3']]);
          await expect(multi([['set', 'a', '9'], ['nonsense']].map((command) => command))).rejects.toThrow();
          expect(await world.call('GET', 'a')).toBe('3');
          for (let n = 0; n < 25; n += 1) await world.call('SET', 'key:' + n, n);
          let [cursor, seen] = ['0', []];
          do { const [next, keys] = await redis.scan(cursor, 'MATCH', 'key:[0-9]*', 'COUNT', 7); cursor = next; seen.push(...keys); } while (cursor !== '0');
          expect(seen).toHaveLength(25);
        });
      `.replace(
        `          await expect(multi([['set', 'a', '9'], ['nonsense']].map((command) => command))).rejects.toThrow();\n`,
        '',
      ),
    });
    expect(outcomes(verdict).filter((line) => !line.endsWith('passed'))).toEqual([]);
    expect(verdict.tests).toHaveLength(8);
  });

  it('lets clients meet: WATCH, pub/sub and blocking pops', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { heard, listen, redis, run, spend } from 'solution';
        import { clock, redis as world, restart } from 'world';

        it('refuses a transaction over a key that another client changed', async () => {
          await world.call('SET', 'stock', 3);
          const results = await Promise.all(Array.from({ length: 6 }, () => spend('stock')));
          const spent = results.filter((result) => result === 'spent').length;
          expect(results).toContain('conflict');
          expect(await world.call('GET', 'stock')).toBe(String(3 - spent));
        });
        it('publishes to channels and patterns', async () => {
          await listen('orders');
          expect(await redis.publish('orders', 'ä')).toBe(1);
          expect(await world.call('PUBLISH', 'news.today', 'rain')).toBe(1);
          await clock.advance(1);
          expect([...heard].map((line) => [...line])).toEqual([['orders', 'ä'], ['news.*', 'news.today', 'rain']]);
          expect(world.published).toEqual([{ channel: 'orders', message: 'ä' }, { channel: 'news.today', message: 'rain' }]);
        });
        it('wakes who waits for a list, and gives up in time', async () => {
          const waiting = run('blpop', 'jobs', 5);
          await clock.advance(2_000);
          await world.call('RPUSH', 'jobs', 'one');
          expect(await waiting).toEqual(['jobs', 'one']);
          const before = clock.now();
          expect(await run('brpop', 'jobs', 5)).toBeNull();
          expect(clock.now() - before).toBe(5_000);
        });
        it('outlives the solution', async () => {
          await redis.set('kept', 'yes');
          await restart();
          expect(await redis.get('kept')).toBe('yes');
        });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'refuses a transaction over a key that another client changed: passed',
      'publishes to channels and patterns: passed',
      'wakes who waits for a list, and gives up in time: passed',
      'outlives the solution: passed',
    ]);
  });

  it('fails the commands that a test names', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { run } from 'solution';
        import { redis } from 'world';
        it('fails', async () => {
          const failure = redis.fail({ error: 'out_of_memory', command: 'SET lock:', skip: 1 });
          expect([await run('set', 'lock:1', 'x'), await run('set', 'lock:2', 'x'), await run('set', 'lock:3', 'x')]).toEqual(['OK', expect.stringMatching(/^OOM/), 'OK']);
          expect(failure.failed).toBe(1);
          expect(redis.commands.map(({ command, args }) => [command, args[0]])).toEqual([['SET', 'lock:1'], ['SET', 'lock:2'], ['SET', 'lock:3']]);
          redis.fail({ error: 'connection_lost', command: /^incr/i, executed: true });
          expect(await run('incr', 'n')).toBe(2);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['fails: passed']);
  });
});
