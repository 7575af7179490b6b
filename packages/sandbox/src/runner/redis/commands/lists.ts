import {
  type Command,
  command,
  sliceRange,
  syntaxError,
  toFloat,
  toInteger,
} from '#runner/redis/Command.ts';
import type { RedisStore } from '#runner/redis/RedisStore.ts';
import { ok, RedisError, type Reply } from '#runner/redis/resp.ts';

type End = 'LEFT' | 'RIGHT';

const itemsOf = (store: RedisStore, key: string): readonly string[] =>
  store.read(key, 'list')?.items ?? [];

function push(end: End, onlyIfThere = false): Command {
  return command(
    2,
    (store, [key = '', ...added]) => {
      if (onlyIfThere && !store.read(key, 'list')) return 0;
      return store.change(key, 'list', ({ items }) =>
        end === 'LEFT' ? items.unshift(...added.toReversed()) : items.push(...added),
      );
    },
    Infinity,
  );
}

function take(store: RedisStore, key: string, end: End, count: number): string[] {
  if (!store.read(key, 'list')) return [];
  return store.change(key, 'list', ({ items }) =>
    end === 'LEFT'
      ? items.splice(0, count)
      : items.splice(Math.max(0, items.length - count)).toReversed(),
  );
}

function pop(end: End): Command {
  return command(
    1,
    (store, [key = '', count]) => {
      if (count === undefined) return take(store, key, end, 1)[0] ?? null;
      return store.read(key, 'list') ? take(store, key, end, toInteger(count)) : null;
    },
    2,
  );
}

function move(store: RedisStore, from: string, to: string, take1: End, put: End): string | null {
  store.read(to, 'list');
  const [item] = take(store, from, take1, 1);
  if (item === undefined) return null;
  store.change(to, 'list', ({ items }) =>
    put === 'LEFT' ? items.unshift(item) : items.push(item),
  );
  return item;
}

function toEnd(word = ''): End {
  const end = word.toUpperCase();
  if (end !== 'LEFT' && end !== 'RIGHT') throw syntaxError();
  return end;
}

/** The last argument is the time-out in seconds. */
const blocksForMs = (words: string[]) => {
  const seconds = toFloat(words.at(-1));
  if (seconds < 0) throw new RedisError('ERR timeout is negative');
  return seconds * 1_000;
};

function blockingPop(end: End): Command {
  const run = (store: RedisStore, words: string[]): Reply => {
    for (const key of words.slice(0, -1)) {
      const [item] = take(store, key, end, 1);
      if (item !== undefined) return [key, item];
    }
    return null;
  };
  return { ...command(2, run, Infinity), blocksForMs };
}

function remove(items: string[], count: number, text: string): number {
  const places = items.flatMap((item, index) => (item === text ? [index] : []));
  const chosen = count < 0 ? places.slice(count) : places.slice(0, count === 0 ? undefined : count);
  for (const index of chosen.toReversed()) items.splice(index, 1);
  return chosen.length;
}

export const lists: Record<string, Command> = {
  lpush: push('LEFT'),
  rpush: push('RIGHT'),
  lpushx: push('LEFT', true),
  rpushx: push('RIGHT', true),
  lpop: pop('LEFT'),
  rpop: pop('RIGHT'),
  blpop: blockingPop('LEFT'),
  brpop: blockingPop('RIGHT'),
  llen: command(1, (store, [key = '']) => itemsOf(store, key).length),
  lrange: command(3, (store, [key = '', start, stop]) =>
    sliceRange(itemsOf(store, key), toInteger(start), toInteger(stop)),
  ),
  lindex: command(
    2,
    (store, [key = '', index]) => itemsOf(store, key).at(toInteger(index)) ?? null,
  ),
  lset: command(3, (store, [key = '', index, text = '']) => {
    if (!store.read(key, 'list')) throw new RedisError('ERR no such key');
    return store.change(key, 'list', ({ items }) => {
      const at = toInteger(index);
      const place = at < 0 ? items.length + at : at;
      if (place < 0 || place >= items.length) throw new RedisError('ERR index out of range');
      items[place] = text;
      return ok;
    });
  }),
  lrem: command(3, (store, [key = '', count, text = '']) => {
    if (!store.read(key, 'list')) return 0;
    return store.change(key, 'list', ({ items }) => remove(items, toInteger(count), text));
  }),
  ltrim: command(3, (store, [key = '', start, stop]) => {
    if (!store.read(key, 'list')) return ok;
    return store.change(key, 'list', (list) => {
      list.items = sliceRange(list.items, toInteger(start), toInteger(stop));
      return ok;
    });
  }),
  linsert: command(4, (store, [key = '', where = '', pivot = '', text = '']) => {
    if (!store.read(key, 'list')) return 0;
    const after = { BEFORE: 0, AFTER: 1 }[where.toUpperCase()];
    if (after === undefined) throw syntaxError();
    return store.change(key, 'list', ({ items }) => {
      const index = items.indexOf(pivot);
      if (index < 0) return -1;
      items.splice(index + after, 0, text);
      return items.length;
    });
  }),
  lpos: command(2, (store, [key = '', text = '']) => {
    const index = itemsOf(store, key).indexOf(text);
    return index < 0 ? null : index;
  }),
  lmove: command(4, (store, [from = '', to = '', take1, put]) =>
    move(store, from, to, toEnd(take1), toEnd(put)),
  ),
  rpoplpush: command(2, (store, [from = '', to = '']) => move(store, from, to, 'RIGHT', 'LEFT')),
  blmove: {
    ...command(5, (store, [from = '', to = '', take1, put]) =>
      move(store, from, to, toEnd(take1), toEnd(put)),
    ),
    blocksForMs,
  },
  brpoplpush: {
    ...command(3, (store, [from = '', to = '']) => move(store, from, to, 'RIGHT', 'LEFT')),
    blocksForMs,
  },
};
