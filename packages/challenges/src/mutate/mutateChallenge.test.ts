import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthorJudge, createJudge } from '@assay/sandbox';
import { type Changes, writeChallenge } from '#fixtures/writeChallenge.ts';
import { loadChallenge } from '#folder/loadChallenge.ts';
import { mutateChallenge } from './mutateChallenge.ts';
import type { MutationReport } from './MutationReport.ts';

let judge: AuthorJudge;

beforeAll(async () => {
  judge = await createJudge({ warmRunners: 2, postgresRunners: 0, concurrency: 2 });
});
afterAll(() => judge.close());

async function mutate(changes: Changes): Promise<MutationReport> {
  const { dir, remove } = await writeChallenge(changes);
  try {
    return await mutateChallenge(await loadChallenge(dir), judge);
  } finally {
    await remove();
  }
}

const survivors = (report: MutationReport) =>
  report.survivors.map(({ file, line, change }) => `${file}:${line} ${change}`);

/** Doubles, with a case that the hidden test never looks at. */
const withGap = {
  'solution/src/double.ts':
    "/** Twice. */\nexport function double(n: number): number {\n  if (n === 0) console.log('nothing to do');\n  if (n > 1e9) throw new Error('too large a number');\n  return n * 2;\n}\n",
};

describe('mutateChallenge', () => {
  it('counts what the hidden tests notice, and shows the rest with its line', async () => {
    const report = await mutate(withGap);

    expect(survivors(report)).toEqual([
      'src/double.ts:3 n === 0 → true',
      'src/double.ts:3 n === 0 → false',
      'src/double.ts:3 n === 0 → n !== 0',
      'src/double.ts:4 n > 1e9 → false',
      'src/double.ts:4 n > 1e9 → n >= 1e9',
      "src/double.ts:4 throw new Error('too large a number'); → ;",
    ]);
    expect(report).toMatchObject({ killed: 4, total: 10, score: 40, required: 80, problems: [] });
  });

  it('leaves out what the manifest explains, and refuses entries that fit nothing or are no equivalents', async () => {
    const entries = [
      "    - { file: src/double.ts, mutant: 'n > 1e9 → n >= 1e9', reason: The limit itself is not promised. }",
      "    - { file: src/double.ts, mutant: 'n * 2 → n / 2', reason: A test kills this one. }",
      "    - { file: src/double.ts, mutant: 'gone → away', reason: Was there once upon a time. }",
    ];
    const report = await mutate({
      ...withGap,
      'challenge.yaml': (text) =>
        `${text}mutation:\n  score: 44\n  equivalent:\n${entries.join('\n')}\n`,
    });

    expect(report).toMatchObject({ killed: 4, total: 9, score: 44.4, required: 44 });
    expect(report.equivalent.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'The limit itself is not promised.'],
    ]);
    expect(report.problems).toEqual([
      {
        line: 17,
        message: expect.stringContaining('is killed by “double > doubles large numbers”'),
      },
      { line: 18, message: expect.stringContaining('no such mutant in src/double.ts any more') },
    ]);
  });

  it('runs each test twice, and for a mutant those alone that reach it until one fails', async () => {
    const tests = Array.from({ length: 15 }, (_, n) => n + 2);
    const report = await mutate({
      'solution/src/index.ts': tests
        .map((n) => `export function times${n}(x: number): number {\n  return x * ${n};\n}\n`)
        .join(''),
      'solution/src/double.ts': null,
      'tests/hidden.test.ts': `import * as solution from 'solution';\ndescribe('double', () => {\n${tests
        .map((n) => `  it('by ${n}', () => expect(solution.times${n}(10)).toBe(${n * 10}));\n`)
        .join('')}});\n`,
      'challenge.yaml': (text) => text.replace('doubles large numbers', 'by 2'),
    });

    expect(report).toMatchObject({ total: 30, killed: 30 });
    // Once for what it reaches, and once whether it passes by itself.
    expect(report.testRuns).toBe(2 * 15 + 30);
  });

  it('tries the test first that noticed the change before, and believes it only where it fails by itself', async () => {
    const report = await mutate({
      'solution/src/double.ts':
        'let seen = 0;\nexport const double = (n: number): number => {\n  seen += 1;\n  return n * 2;\n};\nexport const version = 1 + 0;\nexport const count = (): number => seen;\nexport const forget = (): void => {\n  seen = 0;\n};\n',
      'solution/src/index.ts': "export { count, double, forget } from './double.ts';\n",
      'starter/src/index.ts':
        'export const double = (n: number) => n;\nexport const count = () => 9;\nexport const forget = () => {};\n',
      // The second test passes after the first and by itself, and not after the third.
      'tests/hidden.test.ts':
        "import { count, double, forget } from 'solution';\ndescribe('double', () => {\n  it('doubles large numbers', () => { expect(double(1e6)).toBe(2e6); forget(); });\n  it('has counted nothing', () => expect(count()).toBe(0));\n  it('doubles', () => expect(double(4)).toBe(8));\n});\n",
    });

    // It changes nothing. All tests run for it, as it is reached while the solution loads.
    expect(survivors(report)).toContain('src/double.ts:6 1 + 0 → 1 - 0');
    expect(report.killed).toBeGreaterThan(0);
  });

  it('ends mutants that never end, that grow without end, and that break while loading', async () => {
    const report = await mutate({
      'solution/src/double.ts':
        'const two = [1, 1].reduce((sum, n) => sum + n, 0);\nexport function double(n: number): number {\n  let result = 0;\n  const seen: number[] = [];\n  for (let i = 0; i < two; i += 1) {\n    result += n;\n    seen.push(n);\n  }\n  return result;\n}\n',
    });

    // Whether `seen` holds what was added is not to be seen from outside.
    expect(survivors(report)).toEqual([
      'src/double.ts:4 [] → ["Stryker was here"]',
      'src/double.ts:7 seen.push(n); → ;',
    ]);
    expect(report.killed).toBeGreaterThan(8);
  });

  it('runs all tests where one needs another', async () => {
    const report = await mutate({
      'solution/src/double.ts':
        'let calls = 0;\nexport const double = (n: number): number => {\n  calls += 1;\n  return n * 2;\n};\nexport const count = (): number => calls;\n',
      'solution/src/index.ts': "export { count, double } from './double.ts';\n",
      'starter/src/index.ts':
        'export const double = (n: number) => n;\nexport const count = () => 0;\n',
      'tests/hidden.test.ts':
        "import { count, double } from 'solution';\ndescribe('double', () => {\n  it('doubles large numbers', () => expect(double(1e6)).toBe(2e6));\n  it('has counted', () => expect(count()).toBe(1));\n});\n",
    });

    expect(survivors(report)).toEqual([]);
    expect(report.score).toBe(100);
  });
});
