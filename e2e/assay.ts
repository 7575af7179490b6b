import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Role = 'Candidate' | 'Reviewer' | 'Interviewer' | 'Admin';

export type RunningAssay = {
  /** The link that the start printed for somebody. */
  link(role: Role): string;
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '..');

/**
 * Starts Assay as `npm start` does, on a free port and an empty data folder, with the demo's people, or with the
 * whole of it, and with further settings.
 */
export async function startAssay(
  demo: 'people' | '1' = 'people',
  settings: Record<string, string> = {},
): Promise<RunningAssay> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-journey-'));
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      ASSAY_DATA_DIR: folder,
      ASSAY_DEMO: demo,
      // Most journeys need none, and making one ready is half of the work of a start.
      ASSAY_WARM_POSTGRES: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await readUntil(child, /Stop +Ctrl-C/);
  return {
    link: (role) => {
      const found = new RegExp(`${role} +(http\\S+)`).exec(output)?.[1];
      if (found === undefined) throw new Error(`The start printed no link for ${role}:\n${output}`);
      return found;
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function readUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (pattern.test(output)) resolve(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(`Assay did not start:\n${output}`)));
  });
}
