import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { writeChallenge } from '#fixtures/writeChallenge.ts';
import { readSolution } from './readSolution.ts';

describe('readSolution', () => {
  it('reads the sources and leaves out what tools installed or hid', async () => {
    const { dir, remove } = await writeChallenge({
      'solution/node_modules/left-pad/index.js': 'x',
      'solution/.git/HEAD': 'ref',
      'solution/.env': 'SECRET=1',
    });
    try {
      const files = await readSolution(join(dir, 'solution'));
      expect(Object.keys(files)).toEqual(['src/double.ts', 'src/index.ts']);
    } finally {
      await remove();
    }
  });

  it('refuses a folder that cannot be a workspace', async () => {
    const { dir, remove } = await writeChallenge({ 'solution/src/large.ts': 'x'.repeat(300_000) });
    try {
      await expect(readSolution(join(dir, 'solution'))).rejects.toThrow(/262144/);
      await expect(readSolution(join(dir, 'nowhere'))).rejects.toThrow('There is no such folder.');
      await expect(readSolution(join(dir, 'README.md'))).rejects.toThrow('This is a file');
    } finally {
      await remove();
    }
  });
});
