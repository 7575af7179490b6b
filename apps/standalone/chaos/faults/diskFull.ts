import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Fault } from '#chaos/Fault.ts';
import { Embedded } from '#chaos/system/Embedded.ts';

const run = promisify(execFile);

/** Of the file system that the data folder is on: a small database fits in twice. */
const sizeMb = 256;

let folder = '';

/** A file system of its own is full; once there is room, the program goes on, or its next start does. */
export const diskFull: Fault = {
  on: 'embedded',
  name: 'disk-full',
  title: 'Disk full under the data folder of `npm start` (a tmpfs; needs root)',
  start: async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-disk-'));
    await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'assay-chaos', folder]);
    const data = join(folder, 'data');
    await mkdir(data, { mode: 0o700 });
    return Embedded.start(data, async () => {
      await run('umount', [folder]);
      await rm(folder, { recursive: true });
    });
  },
  inject: async ({ lastsMs }) => {
    const { bavail, bsize } = await statfs(folder);
    await writeFile(join(folder, 'ballast'), Buffer.alloc(bavail * bsize)).catch(() => {});
    await delay(lastsMs);
  },
  heal: async ({ system }) => {
    await rm(join(folder, 'ballast'));
    // Whoever supervises it starts it anew if it gave up.
    if (system.program.child.exitCode !== null) await system.restart();
  },
};
