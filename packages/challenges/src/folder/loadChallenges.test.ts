import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { writeChallenge } from '#fixtures/writeChallenge.ts';
import { loadChallenges } from './loadChallenges.ts';

const guide = fileURLToPath(new URL('../../../../docs/challenges.md', import.meta.url));
const ownChallenges = fileURLToPath(new URL('../../../../challenges', import.meta.url));

describe('loadChallenges', () => {
  it('loads the challenges that come with the program, each with wrong solutions and a full rubric', async () => {
    const challenges = await loadChallenges(ownChallenges);

    const folders = (await readdir(ownChallenges, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name);
    expect(challenges.map(({ judged }) => judged.slug)).toEqual(folders.toSorted());
    expect(folders).toContain('orders-api');
    // The warm-up is practice: nobody is judged by it.
    const graded = challenges.filter(({ judged }) => judged.slug !== 'warm-up');
    for (const { manifest, wrong } of graded) {
      expect(Object.keys(wrong).length).toBeGreaterThanOrEqual(4);
      expect(manifest.rubric.length).toBeGreaterThanOrEqual(4);
      expect(manifest.hints.length).toBeGreaterThan(0);
    }
  });

  it('finds each of them in the list of the authors’ guide', async () => {
    const page = await readFile(guide, 'utf8');
    for (const { judged, manifest } of await loadChallenges(ownChallenges)) {
      const cells = [`\`${judged.slug}\``, manifest.title, manifest.level, manifest.minutes];
      const row = cells.map((cell) => `${String(cell)} *`).join('\\| *');
      expect(page).toMatch(new RegExp(`^\\| *${row}\\|`, 'm'));
    }
  });

  it('reports the problems of all challenges together', async () => {
    const { dir, remove } = await writeChallenge();
    try {
      await cp(dir, join(dirname(dir), 'tripling'), { recursive: true });
      await rm(join(dir, 'README.md'));
      await writeFile(join(dirname(dir), 'tripling', 'challenge.yaml'), 'title: [');

      await expect(loadChallenges(dirname(dir))).rejects.toThrow(
        /doubling\/README\.md:1: .*\n.*tripling\/challenge\.yaml:1: /,
      );
    } finally {
      await remove();
    }
  });
});
