import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  comparableVerdict,
  defaultLimits,
  type Limits,
  type Verdict,
} from '@assay/contracts/verdict';
import type { Judge } from './Judge.ts';
import { createJudge } from './createJudge.ts';

let judge: Judge;

beforeAll(async () => {
  judge = await createJudge({ warmRunners: 2, postgresRunners: 1, concurrency: 2 });
});
afterAll(() => judge.close());

type Given = {
  solution: string;
  tests: string;
  port?: 'http' | 'module';
  seed?: number;
  limits?: Partial<Limits>;
  seedSql?: string;
  suite?: 'public' | 'hidden';
};

/** Judges one solution file against one test file; each call has a challenge of its own. */
function judged({
  solution,
  tests,
  port = 'http',
  seed = 1,
  limits = {},
  seedSql,
  suite = 'hidden',
}: Given): Promise<Verdict> {
  return judge.judge({
    challenge: {
      slug: 'example',
      hash: Buffer.from(tests).toString('hex').padEnd(64, '0').slice(-64),
      port,
      entry: 'src/index.ts',
      limits: { ...defaultLimits, ...limits },
      tests: { public: { 'public.test.ts': tests }, hidden: { 'hidden.test.ts': tests } },
      ...(seedSql === undefined ? {} : { seedSql }),
    },
    files: { 'src/index.ts': solution },
    suite,
    seed,
  });
}

const outcomes = (verdict: Verdict) =>
  verdict.tests.map(({ name, status }) => `${name}: ${status}`);

/** An Express app whose one route runs `body`. */
const app = (body: string) => `
  import express from 'express';
  const app = express();
  app.get('/:name', async (request, response) => { ${body} });
  app.listen(3000);
`;
const threeTests = `
  import { api } from 'world';
  for (const name of ['one', 'two', 'three']) it(name, async () => expect((await api.get('/' + name)).status).toBe(200));
`;

describe('an ordinary run', () => {
  it('passes a solution that does what the tests ask', async () => {
    const verdict = await judged({ solution: app('response.send("ok")'), tests: threeTests });
    expect(outcomes(verdict)).toEqual(['one: passed', 'two: passed', 'three: passed']);
    expect(verdict.status).toBe('passed');
  });

  it('shows expected, received and the line of a failed matcher', async () => {
    const verdict = await judged({
      port: 'module',
      solution: 'export const add = (a, b) => a - b;',
      tests: `import { add } from 'solution';\nit('adds', () => {\n  expect(add(2, 3)).toBe(5);\n});`,
    });
    expect(verdict.status).toBe('failed');
    expect(verdict.tests[0]?.failure).toMatchObject({
      expected: '5',
      received: '-1',
      frames: [{ in: 'tests', file: 'hidden.test.ts', line: 3 }],
    });
  });

  it("leads from an error to the line of the candidate's own file", async () => {
    const verdict = await judged({
      port: 'module',
      solution:
        'type Name = string;\n\nexport function greet(name: Name) {\n  throw new TypeError(`no ${name}`);\n}\n',
      tests: `import { greet } from 'solution'; it('greets', () => { greet('x'); });`,
    });
    expect(verdict.tests[0]?.failure).toMatchObject({ message: 'TypeError: no x' });
    expect(verdict.tests[0]?.failure?.frames[0]).toMatchObject({
      in: 'solution',
      file: 'src/index.ts',
      line: 4,
      function: 'greet',
    });
  });

  it('charges a test that restarts the solution for what it used, before and after', async () => {
    const verdict = await judged({
      solution: app(
        'let n = 0; for (let i = 0; i < 3e7; i += 1) n += i % 7; response.send(String(n))',
      ),
      tests: `
        import { api, restart } from 'world';
        it('works', async () => { await api.get('/x'); });
        it('restarts', async () => { await restart(); });
        it('works on both sides', async () => { await api.get('/x'); await restart(); await api.get('/x'); });
      `,
      limits: { testCpuMs: 10_000, runCpuMs: 30_000 },
    });
    const [once = 0, restarted = 0, twice = 0] = verdict.tests.map((test) => test.cpuMs);
    expect(verdict.status).toBe('passed');
    expect(restarted).toBeGreaterThan(0);
    expect(restarted).toBeLessThan(once);
    expect(twice).toBeGreaterThan(once);
  });

  it('keeps the console of each test apart', async () => {
    const verdict = await judged({
      solution: app('console.log(request.params.name, { n: 1 }); response.send("")'),
      tests: threeTests,
    });
    expect(verdict.tests.map((test) => test.console)).toEqual([
      [{ level: 'log', text: 'one { n: 1 }' }],
      [{ level: 'log', text: 'two { n: 1 }' }],
      [{ level: 'log', text: 'three { n: 1 }' }],
    ]);
  });

  it('reports each test as it ends', async () => {
    const seen: string[] = [];
    await judge.judge(
      {
        challenge: {
          slug: 'x',
          hash: '1'.repeat(64),
          port: 'http',
          entry: 'a.ts',
          limits: defaultLimits,
          tests: { public: {}, hidden: { 'a.test.ts': threeTests } },
        },
        files: { 'a.ts': app('response.send("")') },
        suite: 'hidden',
        seed: 1,
      },
      { onTest: (test) => seen.push(test.name) },
    );
    expect(seen).toEqual(['one', 'two', 'three']);
  });

  it('says that there were no tests rather than passing', async () => {
    expect((await judged({ solution: app(''), tests: 'export {};' })).status).toBe('no_tests');
    expect((await judged({ solution: app(''), tests: 'it.skip("later", () => {});' })).status).toBe(
      'no_tests',
    );
  });
});

describe('virtual time', () => {
  it('lets half a minute of waiting pass in no time, and shows it', async () => {
    const verdict = await judged({
      solution: app(
        'await new Promise((done) => setTimeout(done, 30_000)); response.send(String(Date.now()))',
      ),
      tests: `
        import { api, clock } from 'world';
        it('waits', async () => { const before = clock.now(); const { text } = await api.get('/x'); expect(Number(text) - before).toBe(30_000); });
      `,
    });
    expect(verdict.status).toBe('passed');
    expect(verdict.tests[0]?.virtualMs).toBe(30_000);
    expect(verdict.usage.cpuMs).toBeLessThan(defaultLimits.testCpuMs);
  });

  it('does what falls due when a test lets time pass', async () => {
    const verdict = await judged({
      port: 'module',
      solution: 'export const ticks = []; setInterval(() => ticks.push(Date.now()), 1_000);',
      tests: `
        import { ticks } from 'solution';
        it('ticks', async () => { await jest.advanceTimersByTimeAsync(3_500); expect(ticks.length).toBe(3); expect(ticks[2] - ticks[0]).toBe(2_000); });
      `,
    });
    expect(outcomes(verdict)).toEqual(['ticks: passed']);
  });
});

describe('exactness', () => {
  const race = {
    solution: `
      import express from 'express';
      const app = express();
      const seen = [];
      app.get('/:name', (request, response) => { seen.push(request.params.name); response.json({ seen: [...seen], random: Math.random() }); });
      app.listen(3000);
    `,
    tests: `
      import { api } from 'world';
      it('races', async () => {
        const answers = await Promise.all([...'abcdefgh'].map((name) => api.get('/' + name)));
        console.log(answers);
        expect(answers.map(({ body }) => body)).toBe('what came');
      });
    `,
  };

  it('repeats itself byte for byte with the same seed', async () => {
    const verdicts = await Promise.all([1, 2, 3].map(() => judged({ ...race, seed: 42 })));
    expect(new Set(verdicts.map(comparableVerdict)).size).toBe(1);
    expect(new Set(verdicts.map(({ hallmark }) => hallmark)).size).toBe(1);
  });

  it('lets requests race in another order with another seed', async () => {
    const verdicts = await Promise.all([1, 2, 3, 4].map((seed) => judged({ ...race, seed })));
    expect(
      new Set(verdicts.map((verdict) => verdict.tests[0]?.failure?.received)).size,
    ).toBeGreaterThan(1);
  });
});

describe('code that does not compile', () => {
  it('names file, line and column of a syntax error', async () => {
    const verdict = await judged({ solution: 'const a = 1;\nconst b = ;', tests: threeTests });
    expect(verdict).toMatchObject({
      status: 'compile_error',
      diagnostics: [{ file: 'src/index.ts', line: 2, column: 11 }],
    });
  });

  it('names a package that is not available', async () => {
    const verdict = await judged({
      solution: "import _ from 'lodash';\n_.map([]);",
      tests: threeTests,
    });
    expect(verdict).toMatchObject({
      status: 'compile_error',
      diagnostics: [{ line: 1, message: expect.stringContaining('"lodash"') }],
    });
  });

  it("names a module of Node's that is not available, however it is asked for", async () => {
    for (const solution of [
      "import dns from 'node:dns'; dns.x();",
      "require('dns')",
      "await import('dns')",
      "import '/etc/passwd'",
      "import '../../secret.ts'",
    ]) {
      expect(
        await judged({
          solution:
            `export async function f() { ${solution.startsWith('import') ? '' : solution} }\n`.concat(
              solution.startsWith('import') ? solution : '',
            ),
          tests: threeTests,
        }),
      ).toMatchObject({
        status: 'compile_error',
      });
    }
  });

  it('names the parts of Express that would serve files of the machine', async () => {
    const verdict = await judged({
      solution: `
        import express from 'express';
        const caught = (use) => { try { use(); return 'nothing'; } catch (error) { return error.message; } };
        export const served = () => caught(() => express.static('/'));
        const app = express();
        app.get('/', (request, response) => response.send(caught(() => response.sendFile('/etc/passwd'))));
        app.listen(3000);
      `,
      tests: `
        import { api } from 'world';
        import { served } from 'solution';
        it('refuses', async () => {
          expect(served()).toMatch(/^express\\.static is not available in the sandbox/);
          expect((await api.get('/')).text).toMatch(/^response\\.sendFile is not available in the sandbox/);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['refuses: passed']);
  });

  it('says so when the first file is missing', async () => {
    const verdict = await judge.judge({
      challenge: {
        slug: 'x',
        hash: '2'.repeat(64),
        port: 'module',
        entry: 'src/main.ts',
        limits: defaultLimits,
        tests: { public: {}, hidden: { 'a.test.ts': threeTests } },
      },
      files: {},
      suite: 'hidden',
      seed: 1,
    });
    expect(verdict).toMatchObject({
      status: 'compile_error',
      diagnostics: [{ file: 'src/main.ts' }],
    });
  });
});

describe('code that goes wrong', () => {
  const cases: {
    title: string;
    solution: string;
    expected: Record<string, unknown>;
    outcomes: string[];
    limits?: Partial<Limits>;
  }[] = [
    {
      title: 'ends an endless loop at its CPU limit, and only the test that it was in',
      solution: app('if (request.params.name === "two") for (;;); response.send("")'),
      expected: {
        status: 'cpu_limit',
        limit: 'testCpuMs',
        limitMs: 400,
        during: { phase: 'test', name: 'two' },
      },
      outcomes: ['one: passed', 'two: timed_out', 'three: passed'],
    },
    {
      title: 'ends a loop while loading',
      solution: 'for (;;);',
      expected: { status: 'cpu_limit', during: { phase: 'load' } },
      outcomes: [],
    },
    {
      title: 'ends a storm of microtasks',
      solution: app('if (request.params.name === "one") for (;;) await 0; response.send("")'),
      expected: { status: 'cpu_limit' },
      outcomes: ['one: timed_out', 'two: passed', 'three: passed'],
    },
    {
      title: 'gives up a request that is never answered, without a limit',
      solution: app('if (request.params.name !== "one") response.send("")'),
      expected: { status: 'failed' },
      outcomes: ['one: timed_out', 'two: passed', 'three: passed'],
    },
    {
      title: 'says what an uncaught error was, and starts the solution again for the next test',
      solution: app(
        'if (request.params.name === "one") setTimeout(() => { throw new TypeError("boom"); }, 5); else response.send("")',
      ),
      expected: {
        status: 'crashed',
        message: 'TypeError: boom',
        during: { phase: 'test', name: 'one' },
      },
      outcomes: ['one: failed', 'two: passed', 'three: passed'],
    },
    {
      title: 'takes an unhandled rejection for a crash, as Node does',
      solution: app(
        'if (request.params.name === "one") Promise.reject(new Error("left alone")); else response.send("")',
      ),
      expected: { status: 'crashed', message: expect.stringContaining('left alone') },
      outcomes: ['one: failed', 'two: passed', 'three: passed'],
    },
    {
      title: 'never passes for an exit with code 0',
      solution: app('process.exit(0)'),
      expected: { status: 'crashed', message: 'process.exit(0) was called.' },
      outcomes: ['one: failed', 'two: failed', 'three: failed'],
    },
    {
      title: 'stops what outgrows its memory',
      solution: app('const all = []; for (;;) all.push(Array(1e7).fill(0));'),
      expected: { status: 'memory_limit' },
      outcomes: [],
      limits: { testCpuMs: 5_000, runCpuMs: 10_000 },
    },
    {
      title: 'stops a flood of output',
      solution: app(
        'for (let n = 0; n < 200; n += 1) console.log("x".repeat(1_000)); response.send("")',
      ),
      expected: {
        status: 'output_limit',
        limitLength: 64_000,
        during: { phase: 'test', name: 'one' },
      },
      outcomes: [],
    },
    {
      title: 'says that nobody listens',
      solution: 'export const nothing = 1;',
      expected: { status: 'failed' },
      outcomes: ['one: failed', 'two: failed', 'three: failed'],
    },
  ];

  it.each(cases)('$title', async ({ solution, expected, outcomes: expectedOutcomes, limits }) => {
    const verdict = await judged({
      solution,
      tests: threeTests,
      limits: { testCpuMs: 400, runCpuMs: 1_500, ...limits },
    });
    expect(verdict).toMatchObject(expected);
    expect(outcomes(verdict)).toEqual(expectedOutcomes);
  });

  it('judges the next submission as if nothing had been', async () => {
    expect((await judged({ solution: app('response.send("ok")'), tests: threeTests })).status).toBe(
      'passed',
    );
  });
});

describe('what a solution can reach', () => {
  it('is neither Node, nor the tests, nor WebAssembly, nor anything of isolated-vm', async () => {
    const verdict = await judged({
      port: 'module',
      solution: `
        export function look() {
          const found = [];
          const seen = new Set();
          const walk = (value, path, depth) => {
            if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value) || depth > 6) return;
            seen.add(value);
            let text = '';
            try { text = Function.prototype.toString.call(value); } catch {}
            if (text.includes('CANARY')) found.push('canary in ' + path);
            for (const key of Reflect.ownKeys(value)) {
              let inner;
              try { inner = Reflect.get(value, key); } catch { continue; }
              if (inner instanceof Promise) inner.catch(() => {});
              if (typeof inner === 'string' && inner.includes('CANARY') && key !== 'look') found.push('canary at ' + path + '.' + String(key));
              walk(inner, path + '.' + String(key), depth + 1);
            }
            walk(Object.getPrototypeOf(value), path + '.__proto__', depth + 1);
          };
          walk(globalThis, 'globalThis', 0);
          const Fn = (() => {}).constructor;
          for (const name of ['WebAssembly', 'SharedArrayBuffer', '__boot', '__prepare', 'ivm', 'expect']) if (name in globalThis) found.push(name);
          if (Fn('return typeof process.binding')() !== 'undefined') found.push('process.binding');
          return found.filter((line) => !line.includes('look'));
        }
      `.replaceAll("'CANARY'", "'CAN' + 'ARY'"),
      tests: `import { look } from 'solution'; const secret = 'CANARY-7'; it('finds nothing', () => { expect(look()).toEqual([]); expect(secret).toBe('CANARY-7'); });`,
    });
    expect(verdict.tests[0]?.failure?.message).toBeUndefined();
    expect(verdict.status).toBe('passed');
  });

  it('cannot make a test pass by changing its own built-ins', async () => {
    const verdict = await judged({
      port: 'module',
      solution: `
        Object.is = () => true;
        Array.prototype.every = () => true;
        JSON.stringify = () => '{"ok":true,"value":{"t":"number","v":"5"}}';
        Object.prototype.pass = true;
        globalThis.expect = () => ({ toBe() {} });
        export const add = () => 4;
      `,
      tests: `import { add } from 'solution'; it('adds', () => { expect(add(2, 3)).toBe(6); });`,
    });
    expect(verdict.status).toBe('failed');
  });
});

describe('PostgreSQL', () => {
  const seedSql = `CREATE TABLE accounts (id int PRIMARY KEY, balance numeric(10,2) NOT NULL); INSERT INTO accounts VALUES (1, 10.50), (2, 0);`;

  it('answers a real pg client, counts its statements and keeps transactions of several connections apart', async () => {
    const verdict = await judged({
      seedSql,
      solution: `
        import express from 'express';
        import pg from 'pg';
        const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
        const app = express();
        app.get('/accounts/:id', async (request, response) => {
          const { rows } = await pool.query('SELECT id, balance FROM accounts WHERE id = $1', [request.params.id]);
          response.json(rows);
        });
        app.post('/accounts/:id/add', async (request, response) => {
          const client = await pool.connect();
          try {
            await client.query('BEGIN');
            const { rows } = await client.query('SELECT balance FROM accounts WHERE id = $1 FOR UPDATE', [request.params.id]);
            await new Promise((done) => setTimeout(done, 10));
            await client.query('UPDATE accounts SET balance = $2 WHERE id = $1', [request.params.id, Number(rows[0].balance) + 1]);
            await client.query('COMMIT');
            response.status(204).end();
          } finally { client.release(); }
        });
        app.use((error, request, response, next) => response.status(500).json({ code: error.code, message: error.message }));
        app.get('/wrong', async () => { await pool.query('SELECT nothing_there'); });
        app.listen(3000);
      `,
      tests: `
        import { api, postgres, restart } from 'world';
        it('reads', async () => {
          expect((await api.get('/accounts/1')).body).toEqual([{ id: 1, balance: '10.50' }]);
          expect(postgres.queries).toEqual([{ text: 'SELECT id, balance FROM accounts WHERE id = $1', rows: 1 }]);
        });
        it('adds in transactions', async () => {
          await Promise.all(Array.from({ length: 6 }, () => api.post('/accounts/2/add')));
          expect(await postgres.query('SELECT balance FROM accounts WHERE id = $1', [2])).toEqual([{ balance: '6.00' }]);
        });
        it('survives a restart of the solution', async () => {
          await restart();
          expect((await api.get('/accounts/2')).body[0].balance).toBe('6.00');
        });
        it('goes on after an error', async () => {
          const bad = await api.get('/accounts/abc');
          expect(bad.status).toBe(500);
          expect(bad.body.code).toBe('22P02');
          expect((await api.get('/accounts/1')).status).toBe(200);
        });
      `,
    });
    expect(verdict.tests.flatMap((test) => test.failure?.message ?? [])).toEqual([]);
    expect(verdict.status).toBe('passed');
    expect(verdict.tests[0]?.queries).toBe(1);
  });

  it("keeps a solution's settings from the tests' queries, and leaves them to it", async () => {
    const verdict = await judged({
      seedSql: `${seedSql} CREATE SCHEMA other; CREATE TABLE other.accounts AS SELECT id, 7 AS balance FROM accounts;`,
      port: 'module',
      solution: `
        import pg from 'pg';
        const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
        export const set = () => pool.query("SET search_path = other; SET TimeZone = 'Asia/Tokyo'");
        export const show = async () => {
          const { rows } = await pool.query("SELECT balance, current_setting('TimeZone') AS zone FROM accounts WHERE id = 2");
          return rows[0];
        };
      `,
      tests: `
        import { postgres } from 'world';
        import { set, show } from 'solution';
        const query = "SELECT balance, current_setting('TimeZone') AS zone FROM accounts WHERE id = 2";
        beforeEach(() => set());
        afterEach(async () => expect(await show()).toEqual({ balance: 7, zone: 'Asia/Tokyo' }));
        it('alone', async () => expect(await postgres.query(query)).toEqual([{ balance: '0.00', zone: 'UTC' }]));
        it('with what no transaction may hold', async () => expect(await postgres.query('VACUUM')).toEqual([]));
        it('in a transaction that fails', async () => {
          await postgres.query('BEGIN');
          await postgres.query('UPDATE accounts SET balance = 1 WHERE id = 2');
          expect(await postgres.query(query)).toEqual([{ balance: '1.00', zone: 'UTC' }]);
          await expect(postgres.query('SELECT nothing')).rejects.toThrow('"nothing" does not exist');
          await expect(postgres.query(query)).rejects.toThrow('transaction is aborted');
          await postgres.query('ROLLBACK');
          expect(await postgres.query(query)).toEqual([{ balance: '0.00', zone: 'UTC' }]);
        });
      `,
    });
    expect(verdict.tests.flatMap((test) => test.failure?.message ?? [])).toEqual([]);
    expect(verdict.status).toBe('passed');
  });

  it("shows the run's own clock in SQL", async () => {
    const verdict = await judged({
      seedSql,
      port: 'module',
      solution: 'export {};',
      tests: `
        import { clock, postgres } from 'world';
        it('agrees', async () => {
          await clock.advance(86_400_000);
          const [row] = await postgres.query("SELECT (extract(epoch FROM now()) * 1000)::float8 AS ms");
          expect(row.ms).toBe(clock.now());
        });
      `,
    });
    expect(verdict.tests[0]?.failure?.message).toBeUndefined();
    expect(verdict.status).toBe('passed');
  });
});

describe('tests that stand in the workspace', () => {
  const adder = 'export const add = (a, b) => a + b;';
  const given = `import { add } from 'solution'; it('adds', () => expect(add(1, 2)).toBe(3));`;

  async function together(own: Record<string, string>, suite: 'public' | 'hidden' = 'public') {
    return judge.judge({
      challenge: {
        slug: 'together',
        hash: '7'.repeat(64),
        port: 'module',
        entry: 'src/index.ts',
        limits: defaultLimits,
        tests: { public: { 'public.test.ts': given }, hidden: { 'hidden.test.ts': given } },
      },
      files: { 'src/index.ts': adder, ...own },
      suite,
      ownTests: true,
      seed: 1,
    });
  }

  it('run after those of the challenge, and say that they are not of it', async () => {
    const verdict = await together({
      'tests/edge.test.ts': `
        import { add } from 'solution';
        import { huge } from './numbers';
        it('adds huge numbers', () => { expect(add(huge, 1)).toBe(huge); });`,
      'tests/numbers.ts': 'export const huge = 10;',
    });
    expect(verdict).toMatchObject({
      status: 'failed',
      provenance: { ownTests: true },
      tests: [
        { name: 'adds', suite: 'public', status: 'passed' },
        {
          name: 'adds huge numbers',
          suite: 'public',
          own: true,
          status: 'failed',
          failure: { frames: [{ in: 'tests', file: 'tests/edge.test.ts', line: 4 }] },
        },
      ],
    });
    expect(verdict.tests[0]).not.toHaveProperty('own');
  });

  it('are their writers’ to mend when they do not compile or throw: no fault of ours', async () => {
    expect(await together({ 'tests/a.test.ts': 'it(' })).toMatchObject({
      status: 'compile_error',
      diagnostics: [{ file: 'tests/a.test.ts', line: 1 }],
    });
    const thrown = await together({ 'tests/a.test.ts': '\nthrow new Error("not so");' });
    expect(thrown).toMatchObject({
      status: 'compile_error',
      diagnostics: [{ file: 'tests/a.test.ts', line: 2, message: 'Error: not so' }],
    });
    const outside = await together({ 'tests/a.test.ts': "import '../src/index.ts';" });
    expect(outside).toMatchObject({ status: 'compile_error' });
  });

  it('never run beside hidden ones, and leave the challenge’s own as they are', async () => {
    const own = { 'tests/a.test.ts': "it('peeks', () => {});" };
    const hidden = await together(own, 'hidden');
    expect(outcomes(hidden)).toEqual(['adds: passed']);
    expect(outcomes(await together({}))).toEqual(['adds: passed']);
  });
});
