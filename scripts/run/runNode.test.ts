import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** A server as `start` runs one: it stops in order, and says each time that it is asked to. */
const server = `
  setInterval(() => {}, 1000);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      console.log('asked by ' + signal);
      setTimeout(() => process.exit(3), 50);
    });
  }
  process.on('SIGWINCH', () => console.log('heard the terminal'));
  console.log('pid ' + process.pid);
`;

describe('a command that runs on the pinned Node', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'assay-run-'));
    await writeFile(join(dir, 'server.mjs'), server);
    await writeFile(
      join(dir, 'version.mjs'),
      'console.log(process.version, process.execArgv.length)',
    );
    await writeFile(
      join(dir, 'killed.mjs'),
      "process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 9);",
    );
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  function run(file: string, options = '{}'): { parent: ChildProcess; output: () => string } {
    const driver = `
      import { runNode } from ${JSON.stringify(join(import.meta.dirname, 'runNode.mjs'))};
      process.exitCode = await runNode([${JSON.stringify(join(dir, file))}], ${options});
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', driver], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // As a shell does, so that the whole group can be signalled.
      detached: true,
    });
    let output = '';
    parent.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { parent, output: () => output };
  }

  it('is Node 26 and does not hand its preload on', async () => {
    const { parent, output } = run('version.mjs');
    await once(parent, 'close');
    expect(output()).toMatch(/^v26\..* 0\n$/);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'hears %s once and gives its exit code',
    async (signal) => {
      const { parent, output } = run('server.mjs');
      await until(() => output().includes('pid'));
      parent.kill(signal);
      parent.kill(signal);
      const [code] = await once(parent, 'close');
      expect(code).toBe(3);
      expect(output().match(/asked by/g)).toHaveLength(1);
    },
  );

  it.each([
    { ownGroup: true, heard: 'only through us' },
    { ownGroup: false, heard: 'for itself' },
  ])('hears a terminal $heard when ownGroup is $ownGroup', async ({ ownGroup }) => {
    const { parent, output } = run('server.mjs', JSON.stringify({ ownGroup }));
    await until(() => output().includes('pid'));
    // What a terminal sends to every process of the group; nobody passes this one on.
    process.kill(-Number(parent.pid), 'SIGWINCH');
    await delay(100);
    expect(output().includes('heard the terminal')).toBe(!ownGroup);
    process.kill(-Number(parent.pid), 'SIGINT');
    const [code] = await once(parent, 'close');
    expect(code).toBe(3);
  });

  it('ends when whoever started it is killed', async () => {
    const { parent, output } = run('server.mjs');
    await until(() => output().includes('pid'));
    const pid = Number(/pid (\d+)/.exec(output())?.[1]);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid));
    expect(output()).toContain('asked by SIGTERM');
  });

  it('passes on that its child was killed', async () => {
    const { parent } = run('killed.mjs');
    const [code, signal] = await once(parent, 'close');
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('It did not happen within 20 s.');
    await delay(10);
  }
}
