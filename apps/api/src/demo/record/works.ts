import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '@assay/contracts/workspace';
import { z } from 'zod';
import type { LoadedChallenge } from '#createApi.ts';

/** Solutions that were written for the recording, by different hands: `<challenge>/<name>/…`, beside those of the authors. */
const worksFolder = fileURLToPath(new URL('../../../../../demo/works', import.meta.url));

/** A state of the files by its name: `reference`, `alternative`, `wrong:<name>`, or `work:<name>`. */
export const WorkName = z.string().regex(/^(reference|alternative|(wrong|work):[a-z-]+)$/);
export type WorkName = z.infer<typeof WorkName>;

/** All files of a work. What it does not say is as in the starter. Throws for a name that there is not. */
export async function readWork(challenge: LoadedChallenge, name: WorkName): Promise<Files> {
  const { starter, solution, wrong, source, judged } = challenge;
  const [kind = '', which = ''] = name.split(':');
  switch (kind) {
    case 'reference':
      return { ...starter, ...solution };
    case 'alternative':
      return { ...starter, ...inFolder(source, 'solution-alt/') };
    case 'wrong': {
      const files = wrong[which]?.files;
      if (files === undefined) throw new Error(`${judged.slug} has no wrong solution ${which}.`);
      return { ...starter, ...files };
    }
    default:
      return { ...starter, ...(await readFolder(join(worksFolder, judged.slug, which))) };
  }
}

function inFolder(files: Files, folder: string): Files {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), text]] : [],
    ),
  );
}

async function readFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const;
      }),
  );
  return Object.fromEntries(files.sort(([one], [other]) => (one < other ? -1 : 1)));
}
