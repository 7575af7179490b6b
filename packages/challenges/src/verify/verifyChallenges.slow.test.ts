import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthorJudge, createJudge } from '@assay/sandbox';
import { type Changes, writeChallenge } from '#fixtures/writeChallenge.ts';
import { loadChallenge } from '#folder/loadChallenge.ts';
import { verifyChallenges } from './verifyChallenges.ts';

let judge: AuthorJudge;

beforeAll(async () => {
  judge = await createJudge({ warmRunners: 2, postgresRunners: 0, concurrency: 2 });
});

afterAll(async () => {
  await judge.close();
});

/** What is told of challenges that are verified together, in the order in which it is told. */
async function told(...challenges: Changes[]) {
  const written = await Promise.all(challenges.map((changes) => writeChallenge(changes)));
  try {
    const lines: string[] = [];
    const reports = await verifyChallenges(
      await Promise.all(written.map(({ dir }) => loadChallenge(dir))),
      judge,
      {
        onChallenge: ({ manifest }) => lines.push(manifest.title),
        onRow: ({ check, ok }) => lines.push(ok ? check : `${check} fails`),
        seeds: 2,
      },
    );
    return { lines, reports };
  } finally {
    await Promise.all(written.map(({ remove }) => remove()));
  }
}

const titled = (title: string): Changes => ({
  'challenge.yaml': (text) => text.replace(/^title: .*$/m, `title: ${title}`),
});
const rows = ['reference', 'names', 'starter', 'wrong', 'repeatable', 'headroom', 'mutation'];

describe('verifyChallenges', () => {
  it('tells of one challenge after the other, although the next begins before the one is done', async () => {
    const { lines, reports } = await told(titled('One'), titled('Two'), titled('Three'));

    expect(lines).toEqual(['One', ...rows, 'Two', ...rows, 'Three', ...rows]);
    expect(reports.map(({ title, ok }) => [title, ok])).toEqual([
      ['One', true],
      ['Two', true],
      ['Three', true],
    ]);
  });

  it('goes on after a challenge that fails, also at its first check, and blames no other for it', async () => {
    const broken: Changes = {
      ...titled('Broken'),
      'solution/src/double.ts': 'export const double = (n: number) => n * 3;\n',
    };
    const { lines, reports } = await told(titled('One'), broken, titled('Three'));

    expect(lines).toEqual(['One', ...rows, 'Broken', 'reference fails', 'Three', ...rows]);
    expect(reports.map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});
