import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockDataFolder } from './lockDataFolder.ts';

describe('the lock of the data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('refuses a second holder and names the first', async () => {
    const lock = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toThrow(
      `Another Assay (process ${process.pid}) is using the data folder ${folder}. Stop it first, or set ASSAY_DATA_DIR to another folder.`,
    );
    await lock.release();
  });

  it('can be taken again once it is released', async () => {
    await (await lockDataFolder(folder)).release();
    const lock = await lockDataFolder(folder);
    await lock.release();
    expect(lock).toBeDefined();
  });

  it('is given to one of two that start at the same moment', async () => {
    const locks = await Promise.allSettled([lockDataFolder(folder), lockDataFolder(folder)]);
    expect(locks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    for (const lock of locks) if (lock.status === 'fulfilled') await lock.value.release();
  });

  it('is no obstacle after its holder was killed', async () => {
    const script = `
      import { lockDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'lockDataFolder.ts'))};
      await lockDataFolder(${JSON.stringify(folder)});
      process.stdout.write('locked');
      setInterval(() => {}, 1000);
    `;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await expect(lockDataFolder(folder)).rejects.toThrow(`(process ${holder.pid})`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = await lockDataFolder(folder);
    await lock.release();
  });

  it('asks for a shorter path when the system could not take it', async () => {
    await expect(lockDataFolder(`/tmp/${'long'.repeat(40)}`)).rejects.toThrow('is too long');
  });
});
