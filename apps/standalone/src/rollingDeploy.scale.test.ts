import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { migrate, openPostgres } from '@assay/db';
import { freePort, startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { CandidateClient } from '#testing/CandidateClient.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const root = join(import.meta.dirname, '../../..');
const challenge = 'orders-api';
/** Each case starts several programs, ms. */
const patienceMs = 240_000;

/** Longer than a migration waits for a table before it takes everything back, ms. */
const longReadMs = 5_000;

/** What the next release may do, by the check of migrations. */
const adding = `
  create table notes (id uuid primary key, attempt_id uuid not null);
--> statement-breakpoint
  alter table attempts add column nickname text;
--> statement-breakpoint
  alter table attempts add column mood text default 'calm' not null;
--> statement-breakpoint
  alter table submissions add column mood text default 'calm' not null;
--> statement-breakpoint
  alter table document_updates add column mood text default 'calm' not null;`;

const removing = `
-- Only the release after the next one may.
-- squawk-ignore ban-drop-column
alter table attempts drop column nickname;`;

describe('an API of this release beside the next one', () => {
  let folder: string;
  let postgres: Awaited<ReturnType<typeof startPostgresServer>>;
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  let database: Awaited<ReturnType<typeof openPostgres>>;
  const programs: Program[] = [];
  let candidate: CandidateClient;
  let env: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-rolling-'));
    [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
    const port = String(await freePort());
    env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      PORT: port,
      ASSAY_URL: `http://127.0.0.1:${port}`,
      ASSAY_SECRET: 'a secret that is long enough for sessions',
      ASSAY_WORKER_TOKEN: 'a token of sixteen or more',
    };
    const api = start({ ASSAY_DEMO: '1' });
    const [, link = ''] = await api.prints(/candidate: (http:\S+)/);
    candidate = await CandidateClient.open(link);
    database = await openPostgres(postgres.url);
  }, patienceMs);
  afterAll(async () => {
    for (const program of programs)
      if (program.child.exitCode === null && program.child.signalCode === null)
        await program.stop('SIGKILL');
    await database.close();
    await redis.close();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  });

  function start(more: Record<string, string> = { ASSAY_DEMO: '0' }): Program {
    const program = startProgram(join(root, 'apps/api/src/main.ts'), { ...env, ...more });
    programs.push(program);
    return program;
  }

  /** Brings the database to where the next release would, with these statements. */
  async function migrateAsNext(name: string, statements: string): Promise<void> {
    const migrations = join(folder, name);
    await cp(join(root, 'packages/db/migrations'), migrations, { recursive: true });
    const place = join(migrations, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(place, 'utf8')) as { entries: object[] };
    const entry = { idx: 9_999, version: '7', when: 4e12, tag: name, breakpoints: true };
    await writeFile(place, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
    await writeFile(join(migrations, `${name}.sql`), statements);
    await migrate(database.db, migrations);
  }

  it(
    'serves on while that one adds to tables that are in use, and keeps what is written meanwhile',
    async () => {
      const reader = new pg.Client({ connectionString: postgres.url });
      await reader.connect();
      await reader.query('begin; select from attempts');
      const read = delay(longReadMs).then(() => reader.query('commit'));
      let migrated = false;
      const migrating = migrateAsNext('9999_adding', adding).then(() => (migrated = true));
      let saved = 0;
      do {
        saved += 1;
        await candidate.save(challenge, { 'src/index.ts': `// ${saved}\n` });
      } while (!migrated);
      await Promise.all([read, migrating]);
      expect(await candidate.files(challenge)).toMatchObject({ 'src/index.ts': `// ${saved}\n` });
      const { id } = await candidate.submit(challenge);
      expect((await candidate.submissions()).map((submission) => submission.id)).toContain(id);
      const { rows } = await reader.query(`select mood from submissions where id = '${id}'`);
      await reader.end();
      expect(rows).toEqual([{ mood: 'calm' }]);
    },
    patienceMs,
  );

  it(
    'starts again on what that one has added, as after a deploy that was rolled back',
    async () => {
      expect(await programs[0]?.stop('SIGTERM')).toBe(0);
      const again = start();
      await again.prints(/Serving/);
      await candidate.save(challenge, { 'src/index.ts': '// again\n' });
      expect(await candidate.files(challenge)).toMatchObject({ 'src/index.ts': '// again\n' });
      expect(await again.stop('SIGTERM')).toBe(0);
    },
    patienceMs,
  );

  it(
    'refuses to start in one line once something is gone',
    async () => {
      await migrateAsNext('9999_removing', removing);
      const refused = start();
      const [code] = await once(refused.child, 'close');
      expect(code).toBe(1);
      expect(refused.stderr()).toMatch(
        /^The database was used by a newer version of Assay\. .*nothing was changed\.\n$/,
      );
    },
    patienceMs,
  );
});
