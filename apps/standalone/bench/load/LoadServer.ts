import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { type Program, startProgram } from '#testing/startProgram.ts';

/** How long a server may take until it answers, ms. */
const startUpMs = 300_000;
const apps = join(import.meta.dirname, '../../..');

export type Topology = { kind: 'embedded' } | { kind: 'scaled'; apis: number; workers: number };

export type Store = { url: string; pid: number };

/** An installation of its own, with an empty database, on free ports of this machine. */
export type LoadServer = {
  /** Of each API. */
  urls: string[];
  adminLink: string;
  /** Of the processes that serve and judge; what they started is found from there. */
  pids: { api: number[]; worker: number[] };
  /** The database and the queue of a scaled one. */
  stores?: { postgres: Store; redis: Store };
  close(): Promise<void>;
};

export async function startLoadServer(topology: Topology): Promise<LoadServer> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-load-'));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  const start = (file: string, env: Record<string, string>): Program => {
    const program = startProgram(join(apps, file), { LOG_LEVEL: 'error', ...env });
    closing.push(() => program.stop('SIGKILL'));
    return program;
  };
  try {
    return { ...(await open()), close };
  } catch (error) {
    await close();
    throw error;
  }

  async function open(): Promise<Omit<LoadServer, 'close'>> {
    if (topology.kind === 'embedded') {
      const port = await freePort();
      const env = { PORT: String(port), ASSAY_DATA_DIR: join(folder, 'data'), ASSAY_DEMO: '0' };
      const program = start('standalone/src/main.ts', env);
      const adminLink = await printed(program, /First admin\s+(\S+)/);
      // It says "localhost", which may be two addresses.
      return {
        urls: [`http://127.0.0.1:${port}`],
        adminLink,
        pids: { api: [program.child.pid ?? 0], worker: [] },
      };
    }
    const [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
    closing.push(
      () => postgres.close(),
      () => redis.close(),
    );
    const ports = await Promise.all(Array.from({ length: topology.apis }, () => freePort()));
    const urls = ports.map((port) => `http://127.0.0.1:${port}`);
    const env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      ASSAY_URL: urls[0] ?? '',
      ASSAY_API_URL: urls[0] ?? '',
      ASSAY_SECRET: randomBytes(32).toString('hex'),
      ASSAY_WORKER_TOKEN: randomBytes(32).toString('hex'),
      ASSAY_DEMO: '0',
    };
    const apis: Program[] = [];
    for (const port of ports) {
      const first = apis.length === 0 && { ASSAY_ADMIN_EMAIL: 'admin@load.test' };
      const api = start('api/src/main.ts', { ...env, PORT: String(port), ...first });
      // One after the other, so that one of them migrates.
      await answers(api, `http://127.0.0.1:${port}/health`);
      apis.push(api);
    }
    const [main] = apis;
    if (main === undefined) throw new Error('An installation needs an API.');
    const adminLink = await printed(main, /admin: (\S+)/);
    const workers = Array.from({ length: topology.workers }, () =>
      start('worker/src/main.ts', { ...env, LOG_LEVEL: 'info' }),
    );
    for (const worker of workers) await printed(worker, /(Judging submissions)/);
    const pidOf = ({ child }: Program) => child.pid ?? 0;
    return {
      urls,
      adminLink,
      pids: { api: apis.map(pidOf), worker: workers.map(pidOf) },
      stores: {
        postgres: { url: postgres.url, pid: postgres.pid() },
        redis: { url: redis.url, pid: redis.pid() },
      },
    };
  }
}

async function printed(program: Program, pattern: RegExp): Promise<string> {
  return until(program, async () => pattern.exec(program.stdout())?.[1]);
}

async function answers(program: Program, url: string): Promise<void> {
  await until(program, async () => (await fetch(url).catch(() => undefined))?.ok || undefined);
}

async function until<T>(program: Program, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + startUpMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (program.child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The server did not start:\n${program.stdout()}\n${program.stderr()}`);
    await delay(50);
  }
}
