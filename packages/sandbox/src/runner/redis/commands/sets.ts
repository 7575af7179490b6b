import { type Command, command, toInteger } from '#runner/redis/Command.ts';
import type { RedisStore } from '#runner/redis/RedisStore.ts';
import { scan } from './scan.ts';

const none: ReadonlySet<string> = new Set();
const membersOf = (store: RedisStore, key: string) => store.read(key, 'set')?.members ?? none;

type Combine = (sets: ReadonlySet<string>[]) => string[];
const combine: Record<'inter' | 'union' | 'diff', Combine> = {
  inter: ([first = none, ...others]) =>
    [...first].filter((member) => others.every((set) => set.has(member))),
  union: (sets) => [...new Set(sets.flatMap((set) => [...set]))],
  diff: ([first = none, ...others]) =>
    [...first].filter((member) => !others.some((set) => set.has(member))),
};

function combined(how: Combine): Command {
  return command(1, (store, keys) => how(keys.map((key) => membersOf(store, key))), Infinity);
}

function stored(how: Combine): Command {
  return command(
    2,
    (store, [target = '', ...keys]) => {
      const members = how(keys.map((key) => membersOf(store, key)));
      store.spend(members.join('').length);
      store.delete(target);
      if (members.length > 0) store.set(target, { type: 'set', members: new Set(members) });
      return members.length;
    },
    Infinity,
  );
}

function remove(store: RedisStore, key: string, members: string[]): number {
  if (!store.read(key, 'set')) return 0;
  return store.change(
    key,
    'set',
    (set) => members.filter((member) => set.members.delete(member)).length,
  );
}

function add(store: RedisStore, key: string, members: string[]): number {
  return store.change(key, 'set', (set) => {
    const before = set.members.size;
    for (const member of members) set.members.add(member);
    return set.members.size - before;
  });
}

export const sets: Record<string, Command> = {
  sadd: command(2, (store, [key = '', ...members]) => add(store, key, members), Infinity),
  srem: command(2, (store, [key = '', ...members]) => remove(store, key, members), Infinity),
  smembers: command(1, (store, [key = '']) => [...membersOf(store, key)]),
  sismember: command(2, (store, [key = '', member = '']) =>
    membersOf(store, key).has(member) ? 1 : 0,
  ),
  smismember: command(
    2,
    (store, [key = '', ...members]) =>
      members.map((member) => (membersOf(store, key).has(member) ? 1 : 0)),
    Infinity,
  ),
  scard: command(1, (store, [key = '']) => membersOf(store, key).size),
  /** The oldest members, where Redis takes any: this way runs repeat themselves. */
  spop: command(
    1,
    (store, [key = '', count]) => {
      const taken = [...membersOf(store, key)].slice(0, count === undefined ? 1 : toInteger(count));
      remove(store, key, taken);
      return count === undefined ? (taken[0] ?? null) : taken;
    },
    2,
  ),
  srandmember: command(
    1,
    (store, [key = '', count]) => {
      const members = [...membersOf(store, key)];
      return count === undefined
        ? (members[0] ?? null)
        : members.slice(0, Math.abs(toInteger(count)));
    },
    2,
  ),
  smove: command(3, (store, [from = '', to = '', member = '']) => {
    store.read(to, 'set');
    if (remove(store, from, [member]) === 0) return 0;
    add(store, to, [member]);
    return 1;
  }),
  sinter: combined(combine.inter),
  sunion: combined(combine.union),
  sdiff: combined(combine.diff),
  sinterstore: stored(combine.inter),
  sunionstore: stored(combine.union),
  sdiffstore: stored(combine.diff),
  sscan: command(
    2,
    (store, [key = '', cursor = '', ...options]) =>
      scan(cursor, options, [...membersOf(store, key)], (member) => [member]),
    8,
  ),
};
