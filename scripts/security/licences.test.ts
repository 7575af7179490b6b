import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { isAllowed, listLicences } from './licences.ts';

const lockFile = new URL('../../package-lock.json', import.meta.url);

describe('the licences of what an installation runs with', () => {
  it('are all known, and may be passed on with ours', async () => {
    const list = listLicences(JSON.parse(await readFile(lockFile, 'utf8')));
    expect(list.length).toBeGreaterThan(300);
    expect(list.filter((one) => !isAllowed(one))).toEqual([]);
  });

  it('are read as expressions', () => {
    const allowed = (licence: string) => isAllowed({ name: 'some', licence });
    expect(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT'].filter(allowed)).toHaveLength(3);
    expect(['GPL-3.0', 'MIT AND GPL-3.0', 'none', '', 'MPL-2.0'].filter(allowed)).toEqual([]);
    expect(isAllowed({ name: 'pyodide', licence: 'MPL-2.0' })).toBe(true);
  });
});
