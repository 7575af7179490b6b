import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './freePort.ts';
import { serverProcess } from './serverProcess.ts';

export type RedisServer = Awaited<ReturnType<typeof startRedisServer>>;

/** A Redis of its own for a test, with its data in a temporary folder. Needs `redis-server` on the PATH. */
export async function startRedisServer(wantedPort?: number) {
  const dir = await mkdtemp(join(tmpdir(), 'assay-redis-'));
  const port = wantedPort ?? (await freePort());
  const url = `redis://127.0.0.1:${port}`;
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--save',
    '',
    '--appendonly',
    'yes',
  ];
  const start = () => serverProcess('redis-server', args, () => ping(url));
  let server = await start();
  return {
    url,
    pid: () => server.pid,
    /** Ends it as a power cut would: what it has handed to the system is on disk. */
    kill: async () => server.stop('SIGKILL'),
    /** Starts it anew after a kill, in the same place; `forgetful`, as one without persistence. */
    restart: async ({ forgetful }: { forgetful: boolean }) => {
      if (forgetful) await rm(join(dir, 'appendonlydir'), { recursive: true, force: true });
      server = await start();
    },
    close: async () => {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function ping(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  // Each refused attempt is also an event, and the rejection below tells it already.
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
  } finally {
    redis.disconnect();
  }
}
