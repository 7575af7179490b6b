import { inspectRedis, type RedisFacts } from '@assay/queue';
import { checkClock } from './checkClock.ts';
import { explain, type Finding, fails, warns, well } from './Finding.ts';

const oldestMajor = 7;
/** Share of its memory that may be in use. */
const fullShare = 0.8;

/** Looks at the Redis of an installation. */
export async function checkRedis(url: string): Promise<Finding[]> {
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol))
    return [fails('redis', 'REDIS_URL is no redis:// address', 'Set it as redis://host:6379.')];
  let facts: RedisFacts;
  try {
    facts = await inspectRedis(url);
  } catch (error) {
    return [
      fails(
        'redis',
        `Redis at ${new URL(url).host} cannot be used: ${explain(error)}`,
        'Set REDIS_URL to a Redis 7 or later that this machine reaches, with its password if it has one.',
      ),
    ];
  }
  return [
    version(facts),
    eviction(facts),
    persistence(facts),
    memory(facts),
    checkClock('redis clock', 'The clock of Redis', facts.clockAheadMs),
  ];
}

const version = ({ version: told, role, latencyMs }: RedisFacts): Finding => {
  if (!(Number.parseInt(told, 10) >= oldestMajor))
    return fails('redis', `Redis ${told} is too old`, 'Use Redis 7 or later.');
  if (role !== 'master')
    return fails('redis', `This Redis is a ${role}`, 'Point REDIS_URL at the primary server.');
  return well('redis', `Redis ${told}, ${latencyMs.toFixed(1)} ms away`);
};

const eviction = ({ evictionPolicy }: RedisFacts): Finding =>
  evictionPolicy === 'noeviction'
    ? well('redis eviction', 'maxmemory-policy is noeviction')
    : fails(
        'redis eviction',
        `maxmemory-policy is ${evictionPolicy}: when its memory is full, Redis forgets jobs`,
        'Set maxmemory-policy noeviction in redis.conf, or: redis-cli config set maxmemory-policy noeviction && redis-cli config rewrite',
      );

const persistence = ({ appendOnly, writesWell }: RedisFacts): Finding => {
  if (!writesWell)
    return fails(
      'redis persistence',
      'The last write of Redis to its disk failed, and it may refuse commands',
      'Look for space and rights in the folder of Redis, and into its log.',
    );
  return appendOnly
    ? well('redis persistence', 'appendonly is on')
    : warns(
        'redis persistence',
        'appendonly is off: a restart of Redis forgets what is on its way, and submissions are put on the queue again only seconds later',
        'Set appendonly yes in redis.conf, or: redis-cli config set appendonly yes && redis-cli config rewrite',
      );
};

const memory = ({ memory: { usedBytes, maxBytes } }: RedisFacts): Finding => {
  const mb = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
  if (maxBytes === 0) return well('redis memory', `${mb(usedBytes)} in use, without a limit`);
  const told = `${mb(usedBytes)} of ${mb(maxBytes)} in use`;
  return usedBytes < maxBytes * fullShare
    ? well('redis memory', told)
    : warns('redis memory', told, 'Raise maxmemory: a Redis that is full refuses submissions.');
};
