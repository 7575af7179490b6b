import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  freePort,
  type PostgresServer,
  type RedisServer,
  startPostgresServer,
  startRedisServer,
} from '@assay/queue/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assembleImage } from './image/assembleImage.ts';
import { type Container, startContainer } from './image/startContainer.ts';

const root = join(import.meta.dirname, '../..');
/** The images' files are put together, and what starts from them starts for the first time, ms. */
const patienceMs = 240_000;

describe('the images, put together and started without Docker', () => {
  let folder: string;
  let postgres: PostgresServer;
  let redis: RedisServer;
  let shared: Record<string, string>;
  let address: string;
  const containers: Container[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-images-'));
    await chmod(folder, 0o755);
    [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
    address = `http://127.0.0.1:${await freePort()}`;
    shared = {
      REDIS_URL: redis.url,
      ASSAY_WORKER_TOKEN: randomBytes(32).toString('hex'),
      ASSAY_WARM_POSTGRES: '0',
    };
  }, patienceMs);
  afterAll(async () => {
    await Promise.all(containers.map((container) => container.stop()));
    await Promise.all([redis.close(), postgres.close()]);
    await rm(folder, { recursive: true, force: true });
  }, patienceMs);

  async function start(name: string, env: Record<string, string>): Promise<Container> {
    // The web app's files take longer to build than all of this, and nothing waits for them.
    const image = await assembleImage(root, name, {
      folder: await placeFor(name),
      without: ['web'],
    });
    const container = await startContainer(image, { ...shared, ...env });
    containers.push(container);
    return container;
  }

  async function placeFor(name: string): Promise<string> {
    const place = await mkdtemp(join(folder, `${name}-`));
    await chmod(place, 0o755);
    return place;
  }

  /** Waits until `seen` has something; fails with what the container has printed. */
  async function until<T>(container: Container, seen: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + patienceMs / 2;
    for (;;) {
      const found = await seen();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`It did not come to that:\n${container.output()}`);
      await delay(100);
    }
  }

  /** Asks whether it is ready, as a health check does. */
  async function ready(url: string): Promise<unknown> {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    return answer?.ok ? answer.json() : undefined;
  }

  const prints = (container: Container, pattern: RegExp) =>
    until(container, async () => pattern.exec(container.output()) ?? undefined);

  it(
    'serve the API with its demo, without a right, on a root that cannot be written',
    async () => {
      const api = await start('api', {
        DATABASE_URL: postgres.url,
        PORT: new URL(address).port,
        ASSAY_URL: address,
        ASSAY_SECRET: randomBytes(32).toString('hex'),
        ASSAY_DEMO: '1',
      });
      expect(await until(api, () => ready(address))).toMatchObject({ status: 'ok' });
      await prints(api, /candidate: http/);
    },
    patienceMs,
  );

  it(
    'judge what candidates hand in, confined by namespaces',
    async () => {
      const port = await freePort();
      const worker = await start('worker', {
        ASSAY_API_URL: address,
        ASSAY_METRICS_PORT: String(port),
      });
      const operations = `http://127.0.0.1:${port}`;
      expect(await until(worker, () => ready(operations))).toMatchObject({ status: 'ok' });
      await prints(worker, /"namespaces".*Judging submissions/);
    },
    patienceMs,
  );
});
