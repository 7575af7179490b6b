import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  comparableVerdict,
  defaultLimits,
  type Limits,
  type Verdict,
} from '@assay/contracts/verdict';
import { createJudge } from './createJudge.ts';
import type { Judge } from './Judge.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await createJudge({ warmRunners: 0, postgresRunners: 1, concurrency: 1 });
});
afterAll(() => judge.close());

/** A solution that sends the SQL of its caller, on two connections. */
const solution = `
  import pg from 'pg';
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
  pool.on('error', () => {});
  export const run = async (text: string, values?: unknown[]) => (await pool.query(text, values)).rows;
  export const failing = async (text: string) => pool.query(text).then(() => 'no error', (error) => error.message);
  export const prepared = async () => (await pool.query({ name: 'mine', text: 'SELECT 1 AS one' })).rows;
`;

function judged(tests: string, limits: Partial<Limits> = {}): Promise<Verdict> {
  return judge.judge({
    challenge: {
      slug: 'example',
      hash: Buffer.from(tests).toString('hex').padEnd(64, '0').slice(-64),
      port: 'module',
      entry: 'src/index.ts',
      limits: { ...defaultLimits, ...limits },
      tests: { public: {}, hidden: { 'hidden.test.ts': tests } },
      seedSql: 'CREATE TABLE seeded AS SELECT generate_series(1, 3) AS n;',
    },
    files: { 'src/index.ts': solution },
    suite: 'hidden',
    seed: 7,
  });
}

const failures = (verdict: Verdict) =>
  verdict.tests.map(({ failure }) => failure?.message ?? 'none');

/** Prints all that differs from run to run where anything does. */
const telling = `
  import { run } from 'solution';
  import { postgres } from 'world';
  it('tells', async () => {
    const seen = [];
    for (const text of [
      'SELECT gen_random_uuid(), random(), now(), clock_timestamp(), pg_postmaster_start_time(), pg_backend_pid()',
      "SELECT txid_current(), pg_current_wal_insert_lsn()::text, 'seeded'::regclass::oid::int, pg_database_size('postgres')::int",
      'SELECT count(*)::int, max(oid)::int AS newest FROM pg_class',
    ]) seen.push(await run(text), await postgres.query(text));
    console.log(JSON.stringify(seen));
    expect(JSON.stringify(seen)).toBe('');
  });
`;
/** Leaves behind all that a session and a database can hold. */
const leaving = `
  import { prepared, run } from 'solution';
  it('leaves things behind', async () => {
    for (const text of [
      'CREATE TABLE left_behind (secret text)',
      "INSERT INTO left_behind VALUES ('canary')",
      'CREATE SEQUENCE left_sequence', "SELECT nextval('left_sequence')",
      "ALTER DATABASE postgres SET work_mem = '9MB'", "ALTER SYSTEM SET work_mem = '9MB'",
      "SET search_path = pg_catalog", "SELECT set_config('my.secret', 'canary', false)",
      'SELECT pg_advisory_lock(42)', 'LISTEN left_channel',
      "COPY (SELECT 'canary') TO '/tmp/left_file'", "SELECT lo_from_bytea(4242, 'canary')",
      'CREATE ROLE left_role', 'SELECT setseed(0.5)',
      'PREPARE left_statement AS SELECT 1', 'CREATE TEMP TABLE left_temporary (a int)',
    ]) await run(text);
    await prepared();
    await run('BEGIN');
  });
`;
const looking = `
  import { failing, run } from 'solution';
  it('finds nothing', async () => {
    const [left] = await run(\`
      SELECT to_regclass('left_behind') AS table, to_regclass('left_sequence') AS sequence, to_regclass('left_temporary') AS temporary,
        current_setting('my.secret', true) AS setting, current_setting('work_mem') AS memory, current_setting('search_path') AS path,
        (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks,
        (SELECT count(*)::int FROM pg_listening_channels()) AS channels,
        (SELECT count(*)::int FROM pg_prepared_statements) AS prepared,
        (SELECT count(*)::int FROM pg_largeobject_metadata) AS objects,
        (SELECT count(*)::int FROM pg_roles WHERE rolname = 'left_role') AS roles,
        (SELECT count(*)::int FROM pg_db_role_setting) AS stored\`);
    expect(left).toEqual({ table: null, sequence: null, temporary: null, setting: null, memory: '4MB', path: 'public',
      locks: 0, channels: 0, prepared: 0, objects: 0, roles: 0, stored: 0 });
    expect(await failing("SELECT pg_read_file('/tmp/left_file')")).toMatch('could not open file');
    expect((await run('SELECT count(*)::int AS n FROM seeded'))[0].n).toBe(3);
  });
`;

describe('runs that one PostgreSQL serves one after the other', () => {
  it('repeat themselves byte for byte, whatever ran between them', async () => {
    const first = await judged(telling);
    expect(failures(first)[0]).toContain('gen_random_uuid');
    const between = await judged(leaving);
    expect(failures(between)).toEqual(['none']);
    expect(failures(await judged(looking))).toEqual(['none']);
    expect(comparableVerdict(await judged(telling))).toEqual(comparableVerdict(first));
  });

  it('cannot bring code of their own that would outlive them', async () => {
    // The eight bytes that begin every WebAssembly; "dylink.0", and so a library, as far as they are looked at.
    const library = '0061736d01000000000b0864796c696e6b2e300100';
    const verdict = await judged(`
      import { failing, run } from 'solution';
      it('loads a library', async () => {
        await run("SELECT lo_from_bytea(4242, '\\\\x${library}')");
        await run("SELECT lo_export(4242, '/tmp/own.so')");
        expect(await failing("LOAD '/tmp/own.so'")).toMatch('could not load library');
        expect(await run("SELECT convert('x'::bytea, 'UTF8', 'LATIN1')::text AS own")).toEqual([{ own: '\\\\x78' }]);
      });
    `);
    expect(failures(verdict)).toEqual(['none']);
  });

  it('end at the wall limit when their SQL does not end, and the next one passes', async () => {
    const endless = `
      import { run } from 'solution';
      it('waits', async () => { await run('WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 2 FROM n) SELECT count(*) FROM n'); });
    `;
    expect(await judged(endless, { wallMs: 1_500 })).toMatchObject({
      status: 'wall_limit',
      during: { phase: 'test', name: 'waits' },
    });
    expect(failures(await judged(looking))).toEqual(['none']);
  });

  it('end at the memory limit when their SQL takes too much, and the next one passes', async () => {
    const greedy = `
      import { run } from 'solution';
      it('takes', async () => { await run("SELECT length(string_agg(repeat('x', 1000000), '')) FROM generate_series(1, 900)"); });
    `;
    expect(await judged(greedy, { wallMs: 60_000 })).toMatchObject({
      status: 'memory_limit',
      limitMb: defaultLimits.processMb,
    });
    expect(failures(await judged(looking))).toEqual(['none']);
  });

  it('crash when their SQL overflows PostgreSQL, and the next one passes', async () => {
    const overflowing = `
      import { run } from 'solution';
      it('overflows', async () => {
        await run('CREATE FUNCTION deeper(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN deeper(n + 1) + 1; END $$');
        await run('SELECT deeper(1)');
      });
    `;
    expect(await judged(overflowing)).toMatchObject({
      status: 'crashed',
      message: 'The database went down: it gave no answer',
    });
    expect(failures(await judged(looking))).toEqual(['none']);
  });
});
