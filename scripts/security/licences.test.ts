import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { isAllowed, listLicences } from './licences.ts';

const lockFile = new URL('../../package-lock.json', import.meta.url);

describe('the licences of what an installation runs with', () => {
  it('are all known, and may be passed on with ours', async () => {
    const list = listLicences(JSON.parse(await readFile(lockFile, 'utf8')));
    expect(list.length).toBeGreaterThan(300);
    expect(list.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it('are read as expressions', () => {
    expect(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT'].map(isAllowed)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['GPL-3.0', 'MIT AND GPL-3.0', 'none', ''].map(isAllowed)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
