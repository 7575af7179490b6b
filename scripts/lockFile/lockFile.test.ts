import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { findMissingPlatforms } from './findMissingPlatforms.mjs';

const file = new URL('../../package-lock.json', import.meta.url);

describe('the lock file', () => {
  it('has an entry for every platform (else: node scripts/completeLockFile.mjs)', async () => {
    const lock = JSON.parse(await readFile(file, 'utf8')) as Parameters<
      typeof findMissingPlatforms
    >[0];
    expect(findMissingPlatforms(lock).map(({ name }) => name)).toEqual([]);
  });

  it('is seen to lack one, unless that is installed where Node finds it', () => {
    const optionalDependencies = {
      'tool-darwin': '1.0.0',
      'tool-linux': '1.0.0',
      'tool-win32': '1.0.0',
    };
    const packages = {
      '': {},
      'node_modules/a/node_modules/tool': { optionalDependencies },
      'node_modules/a/node_modules/tool-linux': {},
      'node_modules/tool-win32': {},
    };
    expect(findMissingPlatforms({ packages }).map(({ name }) => name)).toEqual(['tool-darwin']);
  });
});
