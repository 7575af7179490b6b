import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VerifyReport, VerifyRow } from '@assay/contracts/challenge';
import { type AuthorJudge, createJudge } from '@assay/sandbox';
import { type Changes, writeChallenge } from '#fixtures/writeChallenge.ts';
import { loadChallenge } from '#folder/loadChallenge.ts';
import { verifyChallenge } from './verifyChallenge.ts';

let judge: AuthorJudge;

beforeAll(async () => {
  judge = await createJudge({ warmRunners: 2, postgresRunners: 0, concurrency: 2 });
});

afterAll(async () => {
  await judge.close();
});

async function verify(
  changes: Changes = {},
  { by = judge, seeds = 2 }: { by?: AuthorJudge; seeds?: number } = {},
): Promise<VerifyReport & { streamed: VerifyRow[] }> {
  const { dir, remove } = await writeChallenge(changes);
  try {
    const streamed: VerifyRow[] = [];
    const report = await verifyChallenge(await loadChallenge(dir), by, {
      onRow: (row) => streamed.push(row),
      seeds,
    });
    return { ...report, streamed };
  } finally {
    await remove();
  }
}

function failed({ rows }: VerifyReport): VerifyRow[] {
  return rows.filter((row) => !row.ok);
}

describe('verifyChallenge', () => {
  it('accepts a sound challenge, and tells each row as it is known', async () => {
    const report = await verify({}, { seeds: 20 });

    expect(report.ok).toBe(true);
    expect(report.rows.map((row) => row.check)).toEqual([
      'reference',
      'names',
      'starter',
      'wrong',
      'repeatable',
      'headroom',
      'mutation',
    ]);
    expect(report.streamed).toEqual(report.rows);
    expect(report.mutation).toMatchObject({ score: 100, required: 80, survivors: [] });
    expect(report.rows[0]?.message).toBe('The reference passes 1 public and 1 hidden tests.');
  });

  it('blames tests that fail before they run on their author, and names the line', async () => {
    const { rows } = await verify({
      'tests/rates.ts':
        "import { upstream } from 'world';\n\nexport const rates = upstream('https://rates.test')\n  .reply('GET rates', {});\n",
      'tests/public.test.ts': "import './rates.ts';\n\nit('is fine', () => {});\n",
    });
    expect(rows).toEqual([
      {
        check: 'reference',
        ok: false,
        message: 'The tests fail before the first of them runs.',
        advice: expect.stringMatching(
          /^Correct the tests, or seed\.sql\. tests\/rates\.ts:4: Error: A route looks like .*"GET rates"\.$/,
        ),
      },
    ]);
  });

  it('wants another right solution to pass as well', async () => {
    const right = { 'solution-alt/src/index.ts': 'export const double = (n: number) => n + n;\n' };
    const wrong = { 'solution-alt/src/index.ts': 'export const double = (n: number) => n ** 2;\n' };

    expect((await verify(right)).rows[2]).toMatchObject({ check: 'alternative', ok: true });
    const [row] = failed(await verify(wrong));
    expect(row?.message).toMatch(/^solution-alt does not pass \(seed 1\)\./);
    expect(row?.advice).toContain('“double > doubles large numbers”');
  });

  it('refuses hidden tests that notice too few changes, and names what they miss', async () => {
    const report = await verify({
      'solution/src/double.ts':
        'export function double(n: number): number {\n  if (n < 0) return n * 2 - 0;\n  return n * 2;\n}\n',
    });

    expect(failed(report).map((row) => row.check)).toEqual(['mutation']);
    expect(failed(report)[0]?.message).toMatch(/^The hidden tests kill \d of \d+ mutants: /);
    expect(failed(report)[0]?.advice).toContain('solution/src/double.ts:2: n < 0 → false');
  });

  it('stops at a reference that does not pass and names the test', async () => {
    const report = await verify({
      'solution/src/double.ts': 'export const double = (n: number) => n * 3;\n',
    });

    expect(report.ok).toBe(false);
    expect(report.rows).toHaveLength(1);
    expect(report.rows[0]?.advice).toContain('tests/public.test.ts:3: “doubles two”');
  });

  it('names file and line of tests that do not compile', async () => {
    const report = await verify({ 'tests/hidden.test.ts': (text) => `${text}\nit('` });

    expect(report.rows).toEqual([
      {
        check: 'reference',
        ok: false,
        message: 'The tests do not compile.',
        advice: expect.stringMatching(/^tests\/hidden\.test\.ts:7: /),
      },
    ]);
  });

  it('refuses a starter that has nothing left to do, and one that does not compile', async () => {
    const done = await verify({
      'starter/src/index.ts': 'export const double = (n: number) => n + n;\n',
    });
    expect(failed(done).map((row) => row.check)).toEqual(['starter']);
    expect(failed(done)[0]?.message).toContain('nothing to do');

    const broken = await verify({ 'starter/src/index.ts': 'export const double = (' });
    expect(failed(broken)[0]?.message).toContain('does not run');
    expect(failed(broken)[0]?.advice).toContain('starter/src/index.ts:1');
  });

  it('refuses a starter without a file that the statement speaks of', async () => {
    const statement =
      '# Doubling\n\nChange `double.ts`; `logs/night.log` says why. `res.json` is a call.\n';
    const missing = await verify({
      'README.md': `${statement}\n\`\`\`ts\n// \`example.ts\`\n\`\`\`\n`,
      'starter/src/double.ts': 'export const factor = 1;\n',
    });
    expect(failed(missing)).toEqual([
      {
        check: 'starter',
        ok: false,
        message: 'The statement speaks of logs/night.log, and starter/ does not hold it.',
        advice: 'Add the file to starter/, or correct its name in README.md.',
      },
    ]);
  });

  it('refuses a wrong solution that no test catches, or another one than named', async () => {
    const uncaught = await verify({
      'wrong/adds-two/src/double.ts': 'export const double = (n: number): number => n + n;\n',
    });
    expect(failed(uncaught)).toEqual([
      {
        check: 'wrong',
        ok: false,
        message: 'wrong/adds-two is not caught by “double > doubles large numbers” (seed 1).',
        advice: 'Every hidden test passes. Add or sharpen the test that the manifest names.',
      },
    ]);

    const other = await verify({
      'challenge.yaml': (text) => text.replace('doubles large numbers', 'doubles zero'),
      'tests/hidden.test.ts': (text) =>
        text.replace(
          '  it(',
          "  it('doubles zero', () => expect(double(0) * 1).toBeLessThan(3));\n  it(",
        ),
    });
    expect(failed(other)[0]?.advice).toContain('“double > doubles large numbers”');
  });

  it('refuses a wrong solution that is caught by the compiler only', async () => {
    const report = await verify({
      'wrong/adds-two/src/double.ts': "export { double } from './gone.ts';\n",
    });

    expect(failed(report)[0]?.message).toMatch(/^wrong\/adds-two does not run\./);
  });

  it('accepts that the named test catches a wrong solution only after others have run', async () => {
    const report = await verify({
      'solution/src/double.ts':
        'let calls = 0;\nexport const double = (n: number): number => {\n  calls += 1;\n  return n * 2;\n};\nexport const count = (): number => calls;\n',
      'solution/src/index.ts': "export { count, double } from './double.ts';\n",
      'starter/src/index.ts':
        'export const double = (n: number) => n;\nexport const count = () => 0;\n',
      'wrong/adds-two/src/double.ts':
        'export const double = (n: number): number => n * 2;\nexport const count = (): number => 0;\n',
      'challenge.yaml': (text) => text.replace('doubles large numbers', 'counts by itself or not'),
      'tests/hidden.test.ts':
        "import { count, double } from 'solution';\nlet before = 0;\ndescribe('double', () => {\n  it('doubles large numbers', () => { expect(double(1e6)).toBe(2e6); before = 1; });\n  it('counts by itself or not', () => expect(count()).toBeGreaterThanOrEqual(before));\n});\n",
    });

    expect(report.rows.find(({ check }) => check === 'wrong')).toMatchObject({ ok: true });
  });

  it('refuses a wrong solution that one seed alone lets through', async () => {
    const report = await verify({
      // Its second number is 0.12 with the third seed, and above 0.9 with the first two.
      'wrong/adds-two/src/double.ts':
        'const [, drawn = 0] = [Math.random(), Math.random()];\nexport const double = (n: number): number => (drawn < 0.5 ? n * 2 : n + 2);\n',
    });

    expect(failed(report)).toEqual([
      {
        check: 'wrong',
        ok: false,
        message: 'wrong/adds-two is not caught by “double > doubles large numbers” (seed 3).',
        advice: 'Every hidden test passes. Add or sharpen the test that the manifest names.',
      },
    ]);
  });

  it('accepts a wrong solution that never ends, as caught in the test that it hangs in', async () => {
    const report = await verify({
      // Each of its many runs loops until its limit.
      'challenge.yaml': (text) => `${text}limits: { testCpuMs: 100 }\n`,
      'wrong/adds-two/src/double.ts':
        'export const double = (n: number): number => { for (;;) if (n < 0) return n; };\n',
    });

    expect(report.rows.find(({ check }) => check === 'wrong')).toMatchObject({ ok: true });
    expect(report.ok).toBe(true);
  });

  it('believes nothing against a challenge that only runs in series say', async () => {
    const told = new Set<number>();
    const report = await verify(
      {},
      {
        seeds: 4,
        by: {
          ...judge,
          judgeInSeries: async (request) => {
            told.add(request.seed);
            const verdict = await judge.judge(request);
            return verdict.status === 'passed'
              ? { ...verdict, status: 'failed', tests: [] }
              : { ...verdict, status: 'passed', tests: [] };
          },
        },
      },
    );

    expect(told).toEqual(new Set([1, 2, 3, 4]));
    expect(report.ok).toBe(true);
  });

  it('refuses names that no hidden test has', async () => {
    const report = await verify({
      'challenge.yaml': (text) => `${text}showable:\n  - doubles two\n`,
    });

    expect(failed(report).map((row) => row.message)).toEqual([
      'challenge.yaml names hidden tests that do not exist: “doubles two”.',
    ]);
  });

  it('refuses a reference that passes with some seeds only', async () => {
    const report = await verify(
      {
        'solution/src/double.ts':
          'export const double = (n: number): number => n * 2 + (Math.random() < 0.15 ? 1 : 0);\n',
      },
      { seeds: 20 },
    );

    expect(failed(report).map((row) => row.check)).toEqual(['repeatable']);
    expect(failed(report)[0]?.message).toMatch(/^Seed \d+ gives another verdict than seed 1\.$/);
    expect(failed(report)[0]?.advice).toContain('independent of random values');
  });

  it('does not blame the challenge for a judge that fails', async () => {
    const closed = await createJudge({ warmRunners: 0, postgresRunners: 0 });
    await closed.close();
    const report = await verify({}, { by: closed });

    expect(report.rows.map((row) => row.check)).toEqual(['judge']);
    expect(report.ok).toBe(false);
  });
});
