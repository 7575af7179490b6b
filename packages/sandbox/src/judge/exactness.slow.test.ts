import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { comparableVerdict, defaultLimits, type Verdict } from '@assay/contracts/verdict';
import fc from 'fast-check';
import { createJudge } from './createJudge.ts';
import type { Judge } from './Judge.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await createJudge({ warmRunners: 2, postgresRunners: 1, concurrency: 2 });
});
afterAll(() => judge.close());

type Given = { solution: string; tests: string; port: 'http' | 'module'; postgres?: boolean };

function judged({ solution, tests, port, postgres }: Given, seed: number): Promise<Verdict> {
  return judge.judge({
    challenge: {
      slug: 'exact',
      hash: Buffer.from(tests).toString('hex').padEnd(64, '0').slice(-64),
      port,
      entry: 'index.ts',
      limits: defaultLimits,
      tests: { public: {}, hidden: { 'hidden.test.ts': tests } },
      ...(postgres && { seedSql: 'CREATE TABLE numbers AS SELECT generate_series(1, 200) AS n;' }),
    },
    files: { 'index.ts': solution },
    suite: 'hidden',
    seed,
  });
}

/** What `expression` is in three runs on one seed; a run on another seed may differ. */
async function observe(expression: string, postgres = false): Promise<(string | undefined)[]> {
  const given: Given = {
    port: 'module',
    solution: `${postgres ? sql : ''}\nexport async function observe() { return ${expression}; }`,
    tests: `import { observe } from 'solution'; it('observes', async () => expect(await observe()).toBe('nothing'));`,
    postgres,
  };
  const verdicts: Verdict[] = [];
  for (let run = 0; run < 3; run += 1) verdicts.push(await judged(given, 7));
  expect(verdicts.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
  return verdicts.map(({ tests }) => tests[0]?.failure?.received);
}

const sql = `
  import pg from 'pg';
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
  const rows = async (text) => JSON.stringify((await pool.query(text)).rows);
`;

describe('what a solution can observe', () => {
  it.each([
    ['which objects the engine has collected', 'collected()'],
    [
      'how deep a recursion may go',
      '(() => { let n = 0; const f = () => { n += 1; f(); }; try { f(); } catch { return n; } })()',
    ],
    [
      'random numbers of every kind',
      '[Math.random(), crypto.randomUUID(), crypto.getRandomValues(new Uint32Array(2)).join()].join()',
    ],
    ['clocks', '[Date.now(), performance.now(), process.hrtime(), process.uptime()].join()'],
    ['process', 'JSON.stringify([process.pid, process.memoryUsage(), process.env])'],
  ])('is the same in each run: %s', async (_what, expression) => {
    const collected = `(async () => {
      const seen = [];
      for (let round = 0; round < 20; round += 1) {
        for (let n = 0; n < 2_000; n += 1) seen.push(new WeakRef({ held: new Array(100) }));
        await new Promise((done) => setTimeout(done, 1));
      }
      return seen.filter((reference) => reference.deref() !== undefined).length;
    })()`;
    const seen = await observe(expression.replace('collected()', collected));
    expect(new Set(seen).size).toBe(1);
  });

  it.each([
    ['random numbers in SQL', 'SELECT random(), gen_random_uuid() FROM numbers LIMIT 3'],
    [
      'a random sample of a table',
      'SELECT sum(n), count(*) FROM numbers TABLESAMPLE BERNOULLI (20)',
    ],
    ['clocks in SQL', 'SELECT now(), clock_timestamp(), pg_postmaster_start_time()'],
    ['the time that a statement took', 'EXPLAIN ANALYZE SELECT sum(n) FROM numbers'],
  ])('is the same in each run: %s', async (_what, statement) => {
    const seen = await observe(`await rows("${statement}")`, true);
    expect(new Set(seen).size).toBe(1);
  });

  it('draws other random numbers in SQL on another seed', async () => {
    const given: Given = {
      port: 'module',
      solution: `${sql}\nexport const draw = () => rows('SELECT random()');`,
      tests: `import { draw } from 'solution'; it('draws', async () => expect(await draw()).toBe('nothing'));`,
      postgres: true,
    };
    const drawn = [await judged(given, 1), await judged(given, 2)];
    expect(new Set(drawn.map(({ tests }) => tests[0]?.failure?.received)).size).toBe(2);
  });

  it('draws other random numbers after a restart, so that ids do not come twice', async () => {
    const given: Given = {
      port: 'http',
      solution: `
        import { createServer } from 'node:http';
        createServer((_request, response) => response.end(crypto.randomUUID())).listen(3000);
      `,
      tests: `
        import { api, restart } from 'world';
        it('draws', async () => {
          const before = await api.get('/');
          await restart();
          const after = await api.get('/');
          expect(after.text).toHaveLength(36);
          expect(after.text).not.toBe(before.text);
        });
      `,
    };
    expect((await judged(given, 1)).status).toBe('passed');
  });

  it('tells nothing of what the tests draw', async () => {
    const given: Given = {
      port: 'module',
      solution: 'export const draw = () => Math.random();',
      tests: `import { draw } from 'solution'; it('draws', () => expect(draw()).not.toBe(Math.random()));`,
    };
    expect((await judged(given, 1)).status).toBe('passed');
  });

  it('is no time zone but UTC, and no language but English', async () => {
    const [zone] = await observe(
      "[new Date(0).getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone, (1234.5).toLocaleString()].join(' ')",
    );
    expect(zone).toBe('"0 UTC 1,234.5"');
  });
});

describe('a storm of simultaneous requests', () => {
  /** Prints the order in which requests begin and end; each takes the turns that its path says. */
  const solution = `
    import { createServer } from 'node:http';
    createServer(async (request, response) => {
      const [, name, ...hops] = request.url.split('/');
      console.log('begins', name);
      for (const hop of hops) {
        if (hop === 'tick') await new Promise((done) => process.nextTick(done));
        else if (hop === 'turn') await new Promise((done) => setImmediate(done));
        else await new Promise((done) => setTimeout(done, Number(hop)));
      }
      console.log('ends', name);
      response.end(name);
    }).listen(3000);
  `;
  const hop = fc.oneof(fc.constantFrom('tick', 'turn'), fc.nat({ max: 3 }).map(String));
  const storm = fc
    .array(fc.array(hop, { maxLength: 4 }), { minLength: 7, maxLength: 12 })
    .map((requests) => requests.map((hops, index) => ['', index, ...hops].join('/')));

  const tests = (storms: string[][]) => `
    import { api } from 'world';
    it.each(${JSON.stringify(storms.map((paths) => [paths]))})('%j', async (paths) => {
      const answers = await Promise.all(paths.map((path) => api.get(path)));
      expect(answers.map(({ text }) => text)).toEqual(paths.map((path) => path.split('/')[1]));
    });
  `;

  it('repeats itself exactly on each seed, and comes in another order on another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(storm, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 3 }),
        async (storms, seeds) => {
          const given: Given = { port: 'http', solution, tests: tests(storms) };
          const orders = new Set<string>();
          for (const seed of seeds) {
            const [one, two] = await Promise.all([judged(given, seed), judged(given, seed)]);
            expect(one.status).toBe('passed');
            expect(comparableVerdict(two)).toBe(comparableVerdict(one));
            orders.add(JSON.stringify(one.tests.map(({ console: printed }) => printed)));
          }
          // That two of three seeds agree on the order of seven requests happens once in 1,700 times.
          expect(orders.size).toBeGreaterThan(1);
        },
      ),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
