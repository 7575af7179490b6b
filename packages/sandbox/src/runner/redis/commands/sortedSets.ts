import {
  type Command,
  command,
  formatFloat,
  pairs,
  sliceRange,
  syntaxError,
  toFloat,
  toInteger,
} from '#runner/redis/Command.ts';
import type { RedisStore } from '#runner/redis/RedisStore.ts';
import { RedisError, type Reply } from '#runner/redis/resp.ts';
import type { Scored } from '#runner/redis/SortedSet.ts';
import { scan } from './scan.ts';

const listOf = (store: RedisStore, key: string): readonly Scored[] =>
  store.read(key, 'zset')?.set.list() ?? [];

const scoreOf = (store: RedisStore, key: string, member: string): Reply => {
  const score = store.read(key, 'zset')?.set.score(member);
  return score === undefined ? null : formatFloat(score);
};

function present(list: Scored[], withScores: boolean): string[] {
  return list.flatMap(({ member, score }) =>
    withScores ? [member, formatFloat(score)] : [member],
  );
}

/** ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member … */
function add(store: RedisStore, [key = '', ...words]: string[]): Reply {
  const known = new Set(['NX', 'XX', 'GT', 'LT', 'CH', 'INCR']);
  let first = 0;
  while (known.has((words[first] ?? '').toUpperCase())) first += 1;
  const options = new Set(words.slice(0, first).map((word) => word.toUpperCase()));
  const given = pairs(words.slice(first)).map(([score, member]) => ({
    member,
    score: toFloat(score),
  }));
  if (given.length === 0 || (options.has('INCR') && given.length > 1)) throw syntaxError();

  let added = 0;
  let changed = 0;
  let result: number | null = null;
  store.change(key, 'zset', ({ set }) => {
    for (const { member, score } of given) {
      const old = set.score(member);
      const wanted = options.has('INCR') ? (old ?? 0) + score : score;
      const refused =
        (options.has('NX') && old !== undefined) ||
        (options.has('XX') && old === undefined) ||
        (options.has('GT') && old !== undefined && wanted <= old) ||
        (options.has('LT') && old !== undefined && wanted >= old);
      if (refused) continue;
      if (Number.isNaN(wanted)) throw new RedisError('ERR resulting score is not a number (NaN)');
      if (old === undefined) added += 1;
      else if (old !== wanted) changed += 1;
      set.set(member, wanted);
      result = wanted;
    }
  });
  if (options.has('INCR')) return result === null ? null : formatFloat(result);
  return options.has('CH') ? added + changed : added;
}

type Bound = { value: number; exclusive: boolean };

function toBound(word = ''): Bound {
  const exclusive = word.startsWith('(');
  try {
    return { value: toFloat(exclusive ? word.slice(1) : word), exclusive };
  } catch {
    throw new RedisError('ERR min or max is not a float');
  }
}

function byScore(list: readonly Scored[], min = '', max = ''): Scored[] {
  const low = toBound(min);
  const high = toBound(max);
  return list.filter(
    ({ score }) =>
      (low.exclusive ? score > low.value : score >= low.value) &&
      (high.exclusive ? score < high.value : score <= high.value),
  );
}

function byLex(list: readonly Scored[], min = '', max = ''): Scored[] {
  const holds = (word: string, member: string, side: 1 | -1): boolean => {
    if (word === '-' || word === '+') return (word === '-') === (side === 1);
    const bound = word.slice(1);
    if (word.startsWith('[')) return side === 1 ? member >= bound : member <= bound;
    if (word.startsWith('(')) return side === 1 ? member > bound : member < bound;
    throw new RedisError('ERR min or max not valid string range item');
  };
  return list.filter(({ member }) => holds(min, member, 1) && holds(max, member, -1));
}

type RangeOptions = { by: 'rank' | 'score' | 'lex'; reverse: boolean };

/** ZRANGE key start stop [BYSCORE | BYLEX] [REV] [LIMIT offset count] [WITHSCORES], and what was before it. */
function range(fixed: Partial<RangeOptions> = {}): Command {
  return command(
    3,
    (store, [key = '', start = '', stop = '', ...words]) => {
      const { list, withScores } = select(store, key, [start, stop], words, fixed);
      return present(list, withScores);
    },
    10,
  );
}

function select(
  store: RedisStore,
  key: string,
  [start, stop]: [string, string],
  words: string[],
  fixed: Partial<RangeOptions>,
): { list: Scored[]; withScores: boolean } {
  const options = { by: fixed.by ?? 'rank', reverse: fixed.reverse ?? false };
  let limit: [number, number] | undefined;
  let withScores = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = (words[index] ?? '').toUpperCase();
    if (word === 'BYSCORE') options.by = 'score';
    else if (word === 'BYLEX') options.by = 'lex';
    else if (word === 'REV') options.reverse = true;
    else if (word === 'WITHSCORES') withScores = true;
    else if (word === 'LIMIT') {
      limit = [toInteger(words[index + 1]), toInteger(words[index + 2])];
      index += 2;
    } else throw syntaxError();
  }
  const sorted = listOf(store, key);
  const list = options.reverse ? sorted.toReversed() : sorted;
  if (options.by === 'rank') {
    if (limit) throw syntaxError();
    return { list: sliceRange(list, toInteger(start), toInteger(stop)), withScores };
  }
  const [min, max] = options.reverse ? [stop, start] : [start, stop];
  const found = options.by === 'score' ? byScore(list, min, max) : byLex(list, min, max);
  const [offset, count] = limit ?? [0, -1];
  return { list: found.slice(offset, count < 0 ? undefined : offset + count), withScores };
}

function remove(store: RedisStore, key: string, members: string[]): number {
  if (!store.read(key, 'zset')) return 0;
  return store.change(
    key,
    'zset',
    ({ set }) => members.filter((member) => set.delete(member)).length,
  );
}

function removeRange(
  find: (list: readonly Scored[], from: string, to: string) => Scored[],
): Command {
  return command(3, (store, [key = '', from = '', to = '']) =>
    remove(
      store,
      key,
      find(listOf(store, key), from, to).map(({ member }) => member),
    ),
  );
}

function takeFrom(store: RedisStore, key: string, highest: boolean, count: number): Scored[] {
  const list = listOf(store, key);
  const taken = highest ? list.toReversed().slice(0, count) : list.slice(0, count);
  remove(
    store,
    key,
    taken.map(({ member }) => member),
  );
  return taken;
}

function pop(highest: boolean): Command {
  return command(
    1,
    (store, [key = '', count = '1']) =>
      present(takeFrom(store, key, highest, toInteger(count)), true),
    2,
  );
}

function blockingPop(highest: boolean): Command {
  const run = (store: RedisStore, words: string[]): Reply => {
    for (const key of words.slice(0, -1)) {
      const [taken] = takeFrom(store, key, highest, 1);
      if (taken) return [key, taken.member, formatFloat(taken.score)];
    }
    return null;
  };
  return { ...command(2, run, Infinity), blocksForMs: (words) => toFloat(words.at(-1)) * 1_000 };
}

function rank(reverse: boolean): Command {
  return command(2, (store, [key = '', member = '']) => {
    const set = store.read(key, 'zset')?.set;
    const place = set?.rank(member) ?? -1;
    if (!set || place < 0) return null;
    return reverse ? set.size - 1 - place : place;
  });
}

/** ZUNIONSTORE and ZINTERSTORE: target, number of keys, keys [WEIGHTS …] [AGGREGATE SUM | MIN | MAX]. */
function stored(intersect: boolean): Command {
  return command(
    3,
    (store, [target = '', size, ...words]) => {
      const count = toInteger(size);
      const keys = words.slice(0, count);
      const { weights, aggregate } = readWeights(words.slice(count), count);
      const scores = new Map<string, { score: number; seen: number }>();
      keys.forEach((key, index) => {
        const scored: readonly Scored[] =
          store.type(key) === 'set'
            ? [...(store.read(key, 'set')?.members ?? [])].map((member) => ({ member, score: 1 }))
            : listOf(store, key);
        for (const { member, score } of scored) {
          const weighted = score * (weights[index] ?? 1);
          const old = scores.get(member);
          scores.set(member, {
            score: old ? aggregate(old.score, weighted) : weighted,
            seen: (old?.seen ?? 0) + 1,
          });
        }
      });
      const kept = [...scores].filter(([, { seen }]) => !intersect || seen === keys.length);
      store.spend(kept.length * 32);
      store.delete(target);
      if (kept.length > 0)
        store.change(target, 'zset', ({ set }) => {
          for (const [member, { score }] of kept) set.set(member, score);
        });
      return kept.length;
    },
    Infinity,
  );
}

const aggregates: Record<string, (one: number, other: number) => number> = {
  SUM: (one, other) => one + other,
  MIN: Math.min,
  MAX: Math.max,
};

function readWeights(words: string[], count: number) {
  let rest = words;
  let weights: number[] = [];
  if (rest[0]?.toUpperCase() === 'WEIGHTS') {
    weights = rest.slice(1, 1 + count).map(toFloat);
    rest = rest.slice(1 + count);
  }
  const name =
    rest.length === 0
      ? 'SUM'
      : rest[0]?.toUpperCase() === 'AGGREGATE'
        ? (rest[1] ?? '').toUpperCase()
        : '';
  const aggregate = Object.hasOwn(aggregates, name) ? aggregates[name] : undefined;
  if (!aggregate) throw syntaxError();
  return { weights, aggregate };
}

export const sortedSets: Record<string, Command> = {
  zadd: command(3, add, Infinity),
  zincrby: command(3, (store, [key = '', amount = '', member = '']) =>
    add(store, [key, 'INCR', amount, member]),
  ),
  zrem: command(2, (store, [key = '', ...members]) => remove(store, key, members), Infinity),
  zscore: command(2, (store, [key = '', member = '']) => scoreOf(store, key, member)),
  zmscore: command(
    2,
    (store, [key = '', ...members]) => members.map((member) => scoreOf(store, key, member)),
    Infinity,
  ),
  zcard: command(1, (store, [key = '']) => listOf(store, key).length),
  zcount: command(3, (store, [key = '', min, max]) => byScore(listOf(store, key), min, max).length),
  zlexcount: command(
    3,
    (store, [key = '', min, max]) => byLex(listOf(store, key), min, max).length,
  ),
  zrank: rank(false),
  zrevrank: rank(true),
  zrange: range(),
  zrevrange: range({ reverse: true }),
  zrangebyscore: range({ by: 'score' }),
  zrevrangebyscore: range({ by: 'score', reverse: true }),
  zrangebylex: range({ by: 'lex' }),
  zrevrangebylex: range({ by: 'lex', reverse: true }),
  zremrangebyscore: removeRange(byScore),
  zremrangebylex: removeRange(byLex),
  zremrangebyrank: removeRange((list, from, to) =>
    sliceRange(list, toInteger(from), toInteger(to)),
  ),
  zpopmin: pop(false),
  zpopmax: pop(true),
  bzpopmin: blockingPop(false),
  bzpopmax: blockingPop(true),
  zunionstore: stored(false),
  zinterstore: stored(true),
  zscan: command(
    2,
    (store, [key = '', cursor = '', ...options]) =>
      scan(cursor, options, [...listOf(store, key)], ({ member, score }) => [
        member,
        formatFloat(score),
      ]),
    8,
  ),
};
