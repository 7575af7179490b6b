import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChallengeProblem } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { ChallengeError } from '#ChallengeError.ts';
import { writeChallenge } from '#fixtures/writeChallenge.ts';
import { loadChallenge } from './loadChallenge.ts';
import { readChallenge } from './readChallenge.ts';

let folder: Awaited<ReturnType<typeof writeChallenge>>;
let files: Files;
beforeAll(async () => {
  folder = await writeChallenge();
  files = (await loadChallenge(folder.dir)).source;
});
afterAll(() => folder.remove());

function problems(changes: Files): readonly ChallengeProblem[] {
  try {
    readChallenge('doubling', { ...files, ...changes });
  } catch (error) {
    if (error instanceof ChallengeError) return error.problems;
    throw error;
  }
  return [];
}

describe('readChallenge', () => {
  it('gives the same challenge, of the same hash, as its folder does', async () => {
    expect(readChallenge('doubling', files)).toEqual(await loadChallenge(folder.dir));
    const windows = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    expect(readChallenge('doubling', windows).judged.hash).toBe(
      readChallenge('doubling', files).judged.hash,
    );
  });

  it('names file and line of what is wrong in the manifest', () => {
    const manifest = (files['challenge.yaml'] ?? '').replace('level: junior', 'level: guru');
    expect(problems({ 'challenge.yaml': manifest })).toEqual([
      { file: 'challenge.yaml', line: 4, message: expect.stringMatching(/^level: /) },
    ]);
    expect(problems({ 'notes.txt': 'x' })).toMatchObject([{ file: 'notes.txt', line: 1 }]);
  });

  it.each([
    ['../outside.ts', 'A file name may not contain . or .. as a folder.'],
    ['solution/node_modules/x.ts', 'node_modules cannot be part of a workspace.'],
  ])('refuses the name %s', (path, reason) => {
    expect(problems({ [path]: 'x' })).toMatchObject([
      { file: path, message: expect.stringContaining(reason) },
    ]);
  });

  it('refuses what could not be written as a folder, or kept', () => {
    expect(problems({ 'tests/public.test.ts/more.ts': 'x' })).toMatchObject([
      { file: 'tests/public.test.ts' },
    ]);
    expect(problems({ 'Readme.md': 'x' })).toMatchObject([{ file: 'Readme.md' }]);
    expect(problems({ 'solution/src/zero.ts': 'a\nb\0' })).toEqual([
      {
        file: 'solution/src/zero.ts',
        line: 2,
        message: 'There is a NUL character here. Remove it.',
      },
    ]);
    expect(problems({ 'solution/src/big.ts': 'x'.repeat(300_000) })).toMatchObject([
      { message: expect.stringContaining('300000 characters') },
    ]);
  });
});
