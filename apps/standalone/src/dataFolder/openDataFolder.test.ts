import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDataFolder } from './openDataFolder.ts';

describe('the data folder', () => {
  let parent: string;
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'assay-folder-'));
  });
  afterAll(() => rm(parent, { recursive: true, force: true }));

  it('is made for its owner alone', async () => {
    const folder = await openDataFolder(join(parent, 'new', 'folder'));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('is refused in one line where nothing can be written', async () => {
    await writeFile(join(parent, 'file'), '');
    await expect(openDataFolder(join(parent, 'file', 'below'))).rejects.toThrow(
      /^Assay cannot write to its data folder \S+\/file\/below \(ENOTDIR\)\. Make it writable, or set ASSAY_DATA_DIR to another folder\.$/,
    );
  });

  it('is refused at once where the system takes no folders, as below /proc', async () => {
    await expect(openDataFolder('/proc/assay/data')).rejects.toThrow(
      /^Assay cannot write to its data folder \/proc\/assay\/data \(E\w+\)\./,
    );
  });
});
