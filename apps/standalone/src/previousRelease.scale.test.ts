import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  freePort,
  type PostgresServer,
  type RedisServer,
  startPostgresServer,
  startRedisServer,
} from '@assay/queue/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { z } from 'zod';
import { CandidateClient } from '#testing/CandidateClient.ts';
import { checkOut, findCommitBefore } from '#testing/previousCode.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const root = join(import.meta.dirname, '../../..');
const challenge = 'orders-api';
/** Each case starts several programs, ms. */
const patienceMs = 240_000;

const Paths = z.object({
  paths: z.record(z.string(), z.object({ get: z.object({}).optional() })),
});

const commit = await findCommitBefore();
/** A shallow clone has no code of before. */
const whereThereIsHistory = commit === undefined ? describe.skip : describe;

whereThereIsHistory('the code before the newest migration', () => {
  let folder: string;
  let postgres: PostgresServer;
  let redis: RedisServer;
  const programs: Program[] = [];
  let old: { program: Program; url: string };
  let candidate: CandidateClient;
  let staff: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-before-'));
    [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
    await checkOut(commit ?? '', folder);
    old = await start(folder, { ASSAY_DEMO: '1' });
    const [, link = ''] = await old.program.prints(/candidate: (http:\S+)/);
    candidate = await CandidateClient.open(link);
    const [, token = ''] = await old.program.prints(/admin: http:\S+\/(\S+)/);
    const path = `${old.url}/api/auth/magic-link/verify?token=${token}`;
    const signedIn = await fetch(path, { redirect: 'manual' });
    staff = signedIn.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }, patienceMs);
  afterAll(async () => {
    for (const { child, stop } of programs)
      if (child.exitCode === null && child.signalCode === null) await stop('SIGKILL');
    await redis.close();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  }, patienceMs);

  /** An API of the code in a folder. */
  function startOn(code: string, port: number, env: Record<string, string> = {}) {
    const url = `http://127.0.0.1:${port}`;
    const program = startProgram(join(code, 'apps/api/src/main.ts'), {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      PORT: String(port),
      ASSAY_URL: url,
      ASSAY_SECRET: 'a secret that is long enough for sessions',
      ASSAY_WORKER_TOKEN: 'a token of sixteen or more',
      ASSAY_DEMO: '0',
      ...env,
    });
    programs.push(program);
    return { program, url };
  }

  async function start(code: string, env: Record<string, string> = {}) {
    const started = startOn(code, await freePort(), env);
    await started.program.prints(/Serving/);
    return started;
  }

  /** What every list that staff can open answers. */
  async function readAll(url: string): Promise<Record<string, number>> {
    const document: unknown = await (await fetch(`${url}/api/openapi.json`)).json();
    const lists = Object.entries(Paths.parse(document).paths).flatMap(([path, { get }]) =>
      get === undefined || path.includes('{') ? [] : [path],
    );
    expect(lists.length).toBeGreaterThan(15);
    const answers = lists.map(async (path) => {
      const address = path.startsWith('/api') ? path : `/api${path}`;
      const { status } = await fetch(`${url}${address}`, { headers: { cookie: staff } });
      return [address, status] as const;
    });
    return Object.fromEntries(await Promise.all(answers));
  }

  it(
    'goes on serving everybody while this one migrates and serves beside it',
    async () => {
      const before = await readAll(old.url);
      expect(Object.values(before).filter((status) => status === 200).length).toBeGreaterThan(10);
      await candidate.save(challenge, { 'src/index.ts': '// before\n' });
      const { url } = await start(root);
      expect(await candidate.files(challenge)).toMatchObject({ 'src/index.ts': '// before\n' });
      await candidate.save(challenge, { 'src/index.ts': '// beside\n' });
      const { id } = await candidate.submit(challenge);
      expect((await candidate.submissions()).map((submission) => submission.id)).toEqual([id]);
      expect(await readAll(old.url)).toEqual(before);
      // What it wrote is there for this one, too.
      const path = `${url}/api/attempts/${candidate.attemptId}/workspaces/${challenge}`;
      const seen = await fetch(path, { headers: { cookie: candidate.cookie } });
      expect(await seen.json()).toMatchObject({ files: { 'src/index.ts': '// beside\n' } });
    },
    patienceMs,
  );

  /** Whether one of the migrations that it does not have says that it cannot live with it. */
  async function isBroken(): Promise<boolean> {
    const had = (await readdir(join(folder, 'packages/db/migrations'))).filter((file) =>
      file.endsWith('.sql'),
    );
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ breaks: boolean }>(
        'select breaks from drizzle.__drizzle_migrations order by created_at offset $1',
        [had.length],
      );
      expect(rows.length).toBeGreaterThan(0);
      return rows.some(({ breaks }) => breaks);
    } finally {
      await client.end();
    }
  }

  it(
    'starts again on the newer schema, as after a deploy that was rolled back, or says in one line that it must not',
    async () => {
      await old.program.stop('SIGTERM');
      const again = startOn(folder, await freePort());
      if (await isBroken()) {
        await once(again.program.child, 'close');
        expect(again.program.stderr()).toMatch(/^The database was used by a newer version.*\n$/);
        return;
      }
      await again.program.prints(/Serving/);
      const answers = Object.values(await readAll(again.url));
      expect(answers.filter((status) => status >= 500)).toEqual([]);
      expect(answers.filter((status) => status === 200).length).toBeGreaterThan(10);
    },
    patienceMs,
  );
});
