import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const Env = z.object({
  /** Where the person was when npm started us; npm itself moves to the root of the repository. */
  INIT_CWD: z.string().optional(),
  npm_lifecycle_event: z.string().optional(),
});

const env = Env.parse(process.env);

/** The folder that paths on the command line start from. */
export const workingDir =
  env.npm_lifecycle_event === 'assay' && env.INIT_CWD !== undefined ? env.INIT_CWD : process.cwd();

/** Has this process and those that it starts keep temporary files in a folder of their own, until `remove`. */
export async function takeOwnTemporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'assay-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = path;
  return {
    path,
    async remove() {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      await rm(path, { recursive: true, force: true });
    },
  };
}
