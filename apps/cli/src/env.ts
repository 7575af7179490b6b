import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const Env = z.object({
  /** Where the person was when npm started us; npm itself moves to the root of the repository. */
  INIT_CWD: z.string().optional(),
  npm_lifecycle_event: z.string().optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL is not a postgres:// address.' })
    .optional(),
  ASSAY_DATA_DIR: z.string().min(1).default('.assay'),
});

const env = Env.parse(process.env);

/** Where the data of the installation is: a PostgreSQL server, or the folder of the embedded one. */
export const installation =
  env.DATABASE_URL === undefined
    ? { kind: 'folder' as const, path: env.ASSAY_DATA_DIR }
    : { kind: 'server' as const, url: env.DATABASE_URL };

/** The folder of the embedded database, whether or not there is a server, too. */
export const dataFolderPath = env.ASSAY_DATA_DIR;

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
