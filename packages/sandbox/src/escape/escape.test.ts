import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Confinement } from '#confinement/Confinement.ts';
import { listChildren } from '#confinement/listChildren.ts';
import { chooseConfinement } from '#judge/chooseConfinement.ts';
import { prepareSnapshots } from '#judge/runtimeSnapshots.ts';
import { type Attempt, attempts, type Mode } from './attempts.ts';
import { EscapedRunner } from './EscapedRunner.ts';
import { repository, Surroundings } from './Surroundings.ts';

const snapshots = await prepareSnapshots();
let unavailable: string | undefined;
const strongest = await chooseConfinement('auto', snapshots, (why) => (unavailable = why));

/** Shown as skipped, with the reason, where the machine does not allow it. */
const describeNamespaces = unavailable === undefined ? describe : describe.skip;
const here = unavailable === undefined ? '' : `, which cannot be had here: ${unavailable}`;

function describeAttempts(mode: Mode | 'unconfined', confinement: Confinement): void {
  let around: Surroundings;
  let runner: EscapedRunner;

  beforeAll(async () => {
    around = new Surroundings(snapshots);
    await around.open();
    runner = new EscapedRunner(confinement, snapshots, mode === 'process' || mode === 'namespaces');
    await runner.ready();
  });
  afterAll(async () => {
    await runner.end();
    await around.close();
    for (const folder of ['/tmp', '/dev/shm', repository])
      rmSync(join(folder, 'assay-escaped'), { force: true });
  });

  async function succeeds({ code, hadEffect }: Attempt): Promise<boolean> {
    const answer = await runner.attempt(code, around.given);
    if (!('did' in answer)) return false;
    return hadEffect === undefined || (await hadEffect(around, answer.did));
  }

  for (const attempt of attempts) {
    const kept = mode !== 'unconfined' && attempt.kept[mode];
    if (mode === 'unconfined' && attempt.notTriedFreely !== undefined) continue;
    it(`${kept ? 'cannot' : 'can'} ${attempt.what}`, async () => {
      expect(await succeeds(attempt)).toBe(!kept);
    });
  }
}

// Shows that an attempt that fails below fails for what confines it.
describe('a runner without any confinement', () => {
  describeAttempts('unconfined', { profile: 'process' });
});

describe('a runner that was taken over, in profile process', () => {
  describeAttempts('process', { profile: 'process' });
});

describeNamespaces(`a runner that was taken over, in profile namespaces${here}`, () => {
  describeAttempts('namespaces', strongest);
});

describeNamespaces(
  `a runner in which Node’s own guards have fallen, in profile namespaces${here}`,
  () => {
    describeAttempts('broken', strongest);

    it('takes with it all that it has started, when its parent ends it', async () => {
      const runner = new EscapedRunner(strongest, snapshots, false);
      await runner.ready();
      const start = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', detached: true }).unref();`;
      await runner.attempt(start.repeat(3), {});
      const inside = descendants(runner.pid);
      expect(inside.length).toBeGreaterThanOrEqual(5);
      await runner.end();
      expect(inside.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    });

    it('is a user without rights, and within the limits of its resources', async () => {
      const runner = new EscapedRunner(strongest, snapshots, false);
      await runner.ready();
      const { did } = (await runner.attempt(
        `const { userLimits } = process.report.getReport();
       return { uid: process.getuid(), limits: Object.fromEntries(Object.entries(userLimits).map(([name, { hard }]) => [name, hard])) };`,
        {},
      )) as { did: { uid: number; limits: Record<string, number> } };
      expect(did.uid).toBe(process.getuid?.() === 0 ? 65_530 : process.getuid?.());
      expect(did.limits).toMatchObject({
        core_file_size_blocks: 0,
        file_size_blocks: 0,
        open_files: 64,
        max_user_processes: expect.any(Number),
      });
      await runner.end();
    });
  },
);

describe('docs/security/profiles.md', () => {
  it('says of each attempt what these tests say', () => {
    const page = readFileSync(join(repository, 'docs/security/profiles.md'), 'utf8');
    const rows = page
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, what]) => attempts.some((attempt) => attempt.what === what))
      .map(([, ...cells]) => cells.slice(0, 4));
    const word = (kept: boolean) => (kept ? 'no' : 'yes');
    expect(rows).toEqual(
      attempts.map(({ what, kept }) => [
        what,
        word(kept.process),
        word(kept.namespaces),
        word(kept.broken),
      ]),
    );
  });
});

describe('the runner that stands for one that was taken over', () => {
  it('is known to nothing but tests', () => {
    const sources = globSync('{apps,packages}/*/src/**/*.{ts,mts,tsx}', { cwd: repository });
    const naming = (name: string) =>
      sources
        .filter((file) => !file.endsWith('.test.ts'))
        .filter((file) => readFileSync(join(repository, file), 'utf8').includes(name))
        .map((file) => file.slice(file.lastIndexOf('/') + 1));
    expect(naming('escapedRunner.mts')).toEqual(['EscapedRunner.ts']);
    expect(naming('EscapedRunner.ts')).toEqual([]);
  });
});

function descendants(pid: number): number[] {
  return listChildren(pid).flatMap((child) => [child, ...descendants(child)]);
}
