import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '@assay/db';
import { freePort, startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { CandidateClient } from '#testing/CandidateClient.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const root = join(import.meta.dirname, '../../..');
const mains = {
  standalone: join(import.meta.dirname, 'main.ts'),
  cli: join(root, 'apps/cli/src/main.ts'),
  api: join(root, 'apps/api/src/main.ts'),
  worker: join(root, 'apps/worker/src/main.ts'),
};
const challenge = 'orders-api';

/** Each case starts several programs, ms. */
const patienceMs = 240_000;

describe('an installation that outgrows npm start', () => {
  let parent: string;
  let folder: string;
  let port: number;
  let postgres: Awaited<ReturnType<typeof startPostgresServer>>;
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  let embedded: Program;
  const programs: Program[] = [];
  let candidate: CandidateClient;
  let reviewer: string;
  /** Judged before, and acknowledged but not judged. */
  const submitted = { before: '', waiting: '' };

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'assay-move-'));
    folder = join(parent, 'data');
    [port, postgres, redis] = await Promise.all([
      freePort(),
      startPostgresServer(),
      startRedisServer(),
    ]);
    embedded = start(mains.standalone, { PORT: String(port), ASSAY_DEMO: '1' });
    const [, link = ''] = await embedded.prints(/Candidate +(http:\S+)/);
    const [, signIn = ''] = await embedded.prints(/Reviewer +(http:\S+)/);
    candidate = await CandidateClient.open(link);
    const token = signIn.split('/').at(-1) ?? '';
    const signedIn = await fetch(
      `http://localhost:${port}/api/auth/magic-link/verify?token=${token}`,
      {
        redirect: 'manual',
      },
    );
    reviewer = signedIn.headers
      .getSetCookie()
      .map((cookie) => cookie.slice(0, cookie.indexOf(';')))
      .join('; ');
  }, patienceMs);
  afterAll(async () => {
    for (const program of programs)
      if (program.child.exitCode === null && program.child.signalCode === null)
        await program.stop('SIGKILL');
    await redis.close();
    await postgres.close();
    await rm(parent, { recursive: true, force: true });
  });

  function start(main: string, env: Record<string, string>, args: string[] = []): Program {
    const program = startProgram(main, { ASSAY_DATA_DIR: folder, ...env }, undefined, args);
    programs.push(program);
    return program;
  }

  const move = (url: string) => start(mains.cli, { DATABASE_URL: url }, ['move']);

  async function ended(program: Program): Promise<{ code: number | null; stderr: string }> {
    const { child } = program;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    return { code: child.exitCode, stderr: program.stderr().trim() };
  }

  /** A new database on the same server. */
  async function createDatabase(name: string): Promise<string> {
    await query(postgres.url, `create database ${name}`);
    return Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  }

  async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  const listTables = (url: string) =>
    query(
      url,
      `select tablename from pg_tables where schemaname not like 'pg\\_%' and schemaname <> 'information_schema'`,
    );

  it(
    'is refused while it runs, in one line',
    async () => {
      const { id } = await candidate.submit(challenge);
      await candidate.judged(id);
      submitted.before = id;
      const { code, stderr } = await ended(move(postgres.url));
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^Another Assay( \(process \d+\))? is using the data folder .*Stop it first/,
      );
      expect(await listTables(postgres.url)).toEqual([]);
    },
    patienceMs,
  );

  it(
    'leaves no half of the data when the move is killed, or when something changes a row on its way',
    async () => {
      await candidate.save(challenge, { 'src/index.ts': 'for (;;) {}\n// Grüße 👋\n' });
      submitted.waiting = (await candidate.submit(challenge)).id;
      await embedded.stop('SIGKILL');

      const killed = move(postgres.url);
      await killed.prints(/assessments/);
      await killed.stop('SIGKILL');
      expect(await listTables(postgres.url)).toEqual([]);

      const meddling = await createDatabase('meddling');
      await query(
        meddling,
        `create schema ops;
       create function ops.shout() returns trigger language plpgsql as
         'begin new.name := upper(new.name); return new; end';
       create function ops.watch() returns event_trigger language plpgsql as
         'begin
            if to_regclass(''public.candidates'') is not null and not exists (select from pg_trigger where tgname = ''shout'') then
              create trigger shout before insert on public.candidates for each row execute function ops.shout();
            end if;
          end';
       create event trigger watch on ddl_command_end when tag in ('CREATE TABLE') execute function ops.watch();`,
      );
      const { code, stderr } = await ended(move(meddling));
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^public\.candidates did not arrive as it was: (\d+) rows \(\w{12}\) became \1 \(\w{12}\)\. Nothing was changed\.$/,
      );
      expect(await listTables(meddling)).toEqual([]);
    },
    patienceMs,
  );

  it(
    'is refused by a database that has tables, or keeps texts otherwise',
    async () => {
      const taken = await createDatabase('taken');
      await query(taken, 'create table notes (id int)');
      expect((await ended(move(taken))).stderr).toMatch(
        /taken is not empty \(it has public\.notes …\)/,
      );
      const latin = await createDatabase(`latin template template0 encoding 'LATIN1' locale 'C'`);
      expect((await ended(move(latin.replace(/latin.*/, 'latin')))).stderr).toMatch(
        /keeps texts as LATIN1/,
      );
    },
    patienceMs,
  );

  it(
    'moves to PostgreSQL, every table the same by count and checksum, and is not started in the folder again',
    async () => {
      const moving = move(postgres.url);
      const { code, stderr } = await ended(moving);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(moving.stdout()).toMatch(
        /All data of \S+ is in 127\.0\.0\.1:\d+\/postgres: \d+ tables/,
      );
      const counted = [...moving.stdout().matchAll(/^ *([\d,]+) {2}\w{12} {2}(\w+)$/gm)];
      expect(counted.length).toBeGreaterThan(40);
      for (const [, rows = '', name = ''] of counted) {
        const [{ n } = { n: -1 }] = await query<{ n: number }>(
          postgres.url,
          `select count(*)::int as n from ${name}`,
        );
        expect({ name, rows: n }).toEqual({ name, rows: Number(rows.replaceAll(',', '')) });
      }
      expect((await ended(move(postgres.url))).stderr).toMatch(/was moved to 127\.0\.0\.1/);
      const again = start(mains.standalone, { PORT: String(port) });
      expect((await ended(again)).stderr).toMatch(
        /^The data of \S+ was moved to 127\.0\.0\.1:\d+\/postgres on 2\S+\. Work there/,
      );
    },
    patienceMs,
  );

  it(
    'goes on there: people are still signed in, what waited is judged, and the attempt is worked on',
    async () => {
      const url = `http://localhost:${port}`;
      const env = {
        DATABASE_URL: postgres.url,
        REDIS_URL: redis.url,
        PORT: String(port),
        ASSAY_URL: url,
        ASSAY_API_URL: url,
        ASSAY_SECRET: await readFile(join(folder, 'secret'), 'utf8'),
        ASSAY_WORKER_TOKEN: 'a token of sixteen or more',
        ASSAY_DEMO: '0',
      };
      const api = start(mains.api, env);
      await api.prints(/Serving/);
      const worker = start(mains.worker, env);
      await worker.prints(/Judging submissions/);

      expect((await candidate.files(challenge))['src/index.ts']).toBe('for (;;) {}\n// Grüße 👋\n');
      expect(await candidate.judged(submitted.before)).toMatchObject({
        verdict: { status: 'failed' },
      });
      expect((await candidate.judged(submitted.waiting)).verdict?.status).toBe('cpu_limit');
      const session = await fetch(`${url}/api/auth/get-session`, { headers: { cookie: reviewer } });
      expect(await session.json()).toMatchObject({ user: { role: 'reviewer' } });

      await candidate.save(challenge, { 'src/index.ts': 'export {};\n' });
      const { id } = await candidate.submit(challenge);
      expect((await candidate.judged(id)).state).toBe('judged');
      const { db, close } = await openPostgres(postgres.url);
      const oids = await db.execute(
        `select table_name from information_schema.columns where table_schema = 'public' and data_type = 'oid'`,
      );
      // Nothing of ours is a large object, which a copy of tables would leave behind.
      expect(oids).toMatchObject({ rows: [] });
      await close();
      await worker.stop('SIGTERM');
      expect(await api.stop('SIGTERM')).toBe(0);
    },
    patienceMs,
  );
});
