import { Redis } from 'ioredis';

/** What can be seen of a Redis server from here. */
export type RedisFacts = {
  version: string;
  role: string;
  /** What it does when its memory is full; anything but `noeviction` forgets jobs. */
  evictionPolicy: string;
  /** Whether it writes each change to an append-only file, so that a restart forgets nothing. */
  appendOnly: boolean;
  /** Whether its last writes to disk went well. */
  writesWell: boolean;
  memory: { usedBytes: number; maxBytes: number };
  /** Of the quickest of a few commands, ms. */
  latencyMs: number;
  /** How far its clock is ahead of ours, ms. */
  clockAheadMs: number;
};

/** How long Redis may take to take a connection, and for each answer, ms. */
const answerWithinMs = 5_000;

const measurements = 5;

/** Looks at a server, and changes nothing. Rejects when it does not answer or does not let us in. */
export async function inspectRedis(url: string): Promise<RedisFacts> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: answerWithinMs,
    commandTimeout: answerWithinMs,
    maxRetriesPerRequest: 0,
  });
  // Each refused attempt is also an event; the rejection tells the last one, and the event tells why.
  let why: Error | undefined;
  redis.on('error', (error: Error) => (why = error));
  try {
    await redis.connect();
    const info = parseInfo(await redis.info());
    let best = { tookMs: Infinity, aheadMs: 0 };
    for (let n = 0; n < measurements; n += 1) {
      const from = performance.now();
      const sentAt = Date.now();
      const [seconds, micros] = await redis.time();
      const tookMs = performance.now() - from;
      const at = Number(seconds) * 1_000 + Number(micros) / 1_000;
      if (tookMs < best.tookMs) best = { tookMs, aheadMs: at - (sentAt + tookMs / 2) };
    }
    return {
      version: info.get('redis_version') ?? 'unknown',
      role: info.get('role') ?? 'unknown',
      evictionPolicy: info.get('maxmemory_policy') ?? 'unknown',
      appendOnly: info.get('aof_enabled') === '1',
      writesWell:
        info.get('rdb_last_bgsave_status') !== 'err' &&
        info.get('aof_last_write_status') !== 'err' &&
        info.get('aof_last_bgrewrite_status') !== 'err',
      memory: {
        usedBytes: Number(info.get('used_memory') ?? 0),
        maxBytes: Number(info.get('maxmemory') ?? 0),
      },
      latencyMs: best.tookMs,
      clockAheadMs: best.aheadMs,
    };
  } catch (error) {
    throw why ?? error;
  } finally {
    redis.disconnect();
  }
}

function parseInfo(text: string): Map<string, string> {
  return new Map(
    text.split('\r\n').flatMap((line): [string, string][] => {
      const [, name, value] = /^([^#:]+):(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}
