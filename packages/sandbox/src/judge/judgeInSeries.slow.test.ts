import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { comparableVerdict, defaultLimits, type Verdict } from '@assay/contracts/verdict';
import { createJudge } from './createJudge.ts';
import type { AuthorJudge, JudgeRequest } from './Judge.ts';

let judge: AuthorJudge;
beforeAll(async () => {
  judge = await createJudge({ warmRunners: 1, postgresRunners: 1, concurrency: 1 });
});
afterAll(() => judge.close());

type Given = { solution: string; tests: string; seedSql?: string };

function request({ solution, tests, seedSql }: Given, seed: number): JudgeRequest {
  return {
    challenge: {
      slug: 'series',
      hash: Buffer.from(tests).toString('hex').padEnd(64, '0').slice(-64),
      port: 'module',
      entry: 'index.ts',
      limits: { ...defaultLimits, testCpuMs: 300 },
      tests: { public: {}, hidden: { 'hidden.test.ts': tests } },
      ...(seedSql !== undefined && { seedSql }),
    },
    files: { 'index.ts': solution },
    suite: 'hidden',
    seed,
  };
}

const inSeries = (given: Given, seeds: number[]) =>
  Promise.all(seeds.map((seed) => judge.judgeInSeries(request(given, seed))));

async function alone(given: Given, seeds: number[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const seed of seeds) verdicts.push(await judge.judge(request(given, seed)));
  return verdicts;
}

const seeds = [1, 2, 3, 4, 5];

describe('runs in series', () => {
  it('give the very same verdicts as runs that have their process to themselves', async () => {
    const given: Given = {
      solution: `
        let calls = 0;
        export async function observe() {
          calls += 1;
          console.log(calls, Math.random(), crypto.randomUUID(), Date.now());
          await new Promise((done) => setTimeout(done, Math.random() * 1_000));
          return calls + Math.random();
        }
        export const lucky = () => Math.random() < 0.5;
        export const leave = () => { globalThis.left = (globalThis.left ?? 0) + 1; return globalThis.left; };
      `,
      tests: `
        import { leave, lucky, observe } from 'solution';
        import { restart } from 'world';
        it('observes', async () => expect(await observe()).toBe('nothing'));
        it('is lucky', () => expect(lucky()).toBe(true));
        it('finds nothing left', () => expect(leave()).toBe(1));
        it('starts again', async () => { await restart(); expect(leave()).toBe(1); });
      `,
    };
    const expected = await alone(given, seeds);
    expect(new Set(expected.map(({ tests }) => tests[1]?.status)).size).toBe(2);
    const verdicts = await inSeries(given, seeds);
    expect(verdicts.map(comparableVerdict)).toEqual(expected.map(comparableVerdict));
  });

  it('find the database as their challenge has it, whatever the one before left in it', async () => {
    const given: Given = {
      solution: `
        import pg from 'pg';
        const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
        export const run = async (text) => (await pool.query(text.replace('$1', Math.random()))).rows;
      `,
      tests: `
        import { run } from 'solution';
        it('finds what was seeded', async () => {
          const [row] = await run("SELECT (SELECT count(*)::int FROM seeded) AS n, to_regclass('left') AS left, to_regnamespace('mine') AS schema, coalesce(current_setting('my.secret', true), '') AS secret, current_setting('search_path') AS path");
          expect(row).toEqual({ n: 3, left: null, schema: null, secret: '', path: 'public' });
          expect(await run("SELECT nextval('counted')::int AS next")).toEqual([{ next: 1 }]);
        });
        it('draws by its seed', async () => {
          const [{ drawn }] = await run('SELECT $1 < 0.5 AS drawn');
          expect(drawn).toBe(true);
        });
        it('leaves things behind', async () => {
          await run('INSERT INTO seeded VALUES (4)');
          await run('CREATE TABLE "left" (a int)');
          await run('CREATE SCHEMA mine');
          await run("SET search_path = mine, public");
          await run("SELECT set_config('my.secret', 'canary', false)");
          await run('BEGIN');
        });
      `,
      seedSql: 'CREATE TABLE seeded AS SELECT generate_series(1, 3) AS n; CREATE SEQUENCE counted;',
    };
    const outcomes = (verdicts: Verdict[]) =>
      verdicts.map(({ status, tests }) => [
        status,
        tests.map(({ name, status: one, failure }) => [name, one, failure]),
      ]);
    const expected = await alone(given, seeds);
    expect(new Set(expected.map(({ tests }) => tests[1]?.status)).size).toBe(2);
    expect(outcomes(await inSeries(given, seeds))).toEqual(outcomes(expected));
  });

  it.each([
    ['never ends', 'for (;;);', 'cpu_limit'],
    [
      'takes all memory',
      'const all = []; for (;;) all.push(new Array(100_000).fill(all.length));',
      'memory_limit',
    ],
    ['ends its process', 'process.exit(3);', 'crashed'],
  ])('lose nothing over one in their midst that %s', async (_what, breaking, status) => {
    const tests =
      "import { answer } from 'solution'; it('answers', () => expect(answer()).toBe(42));";
    const good = { tests, solution: 'export const answer = () => 42;' };
    const bad = { tests, solution: `export function answer() { ${breaking} }` };
    const wrong = { tests, solution: 'export const answer = () => 41;' };
    const verdicts = await Promise.all(
      [good, wrong, bad, good, bad, wrong, good].map((given, index) =>
        judge.judgeInSeries(request(given, index)),
      ),
    );
    expect(verdicts.map((verdict) => verdict.status)).toEqual([
      'passed',
      'failed',
      status,
      'passed',
      status,
      'failed',
      'passed',
    ]);
    expect(verdicts.map(({ provenance }) => provenance.seed)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
