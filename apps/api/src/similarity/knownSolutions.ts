import { Language, languageFacts } from '@assay/contracts/challenge';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Files } from '@assay/contracts/workspace';
import type { LoadedChallenge } from '#createApi.ts';

/** By challenge, then by name. */
export type KnownSolutions = Record<string, Record<string, Files>>;

/** What a challenge's folder has beside its reference. */
const alternative = 'solution-alt/';

/** The solutions that submissions are compared with: those of the challenges' authors, and others that are known. */
export function listKnownSolutions(
  challenges: LoadedChallenge[],
  others: KnownSolutions = {},
): KnownSolutions {
  return Object.fromEntries(
    challenges.map(({ judged: { slug }, solution, translations = {}, source }) => {
      const second = Object.entries(source)
        .filter(([path]) => path.startsWith(alternative))
        .map(([path, text]) => [path.slice(alternative.length), text] as const);
      const own = {
        'The reference': solution,
        ...Object.fromEntries(
          Object.entries(translations).map(([language, works]) => [
            `The reference in ${languageFacts[Language.parse(language)].title}`,
            works.solution,
          ]),
        ),
        ...(second.length > 0 && { 'The second reference': Object.fromEntries(second) }),
      };
      return [slug, { ...own, ...others[slug] }];
    }),
  );
}

/** Reads a folder of known solutions: `<challenge>/<name of the solution>/<its files>`. */
export async function readKnownSolutions(folder: string): Promise<KnownSolutions> {
  const known: KnownSolutions = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const [slug, name, ...rest] = path.slice(join(folder, sep).length).split(sep);
    if (slug === undefined || name === undefined || rest.length === 0) continue;
    const ofChallenge = (known[slug] ??= {});
    const files = (ofChallenge[name] ??= {});
    files[rest.join('/')] = await readFile(path, 'utf8');
  }
  return known;
}
