import { basename, join, resolve } from 'node:path';
import { Slug } from '@assay/contracts/challenge';
import { Limits } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import type { Challenge } from '#Challenge.ts';
import { ChallengeError, throwProblems } from '#ChallengeError.ts';
import { findFolderProblems } from './findFolderProblems.ts';
import { hashFiles } from './hashFiles.ts';
import { parseManifest } from './parseManifest.ts';
import { readFolder } from './readFolder.ts';
import { filesBelow, splitTests, wrongNames } from './sections.ts';

/** For the author's editor only; the challenge is the same with and without it. */
const editorFiles = ['tsconfig.json'];

/**
 * Reads a challenge folder and checks everything that can be checked without running it.
 * Rejects with a ChallengeError that names file, line and what to do, for every problem that it finds.
 */
export async function loadChallenge(dir: string): Promise<Challenge> {
  const absolute = resolve(dir);
  const shown = (path: string) => join(dir, path);
  const files = await readFolder(dir);
  for (const path of editorFiles) delete files[path];

  const slug = Slug.safeParse(basename(absolute));
  if (!slug.success) {
    const message = `The folder's name is the name of the challenge. ${slug.error.issues[0]?.message ?? ''}`;
    throw new ChallengeError({ file: dir, line: 1, message });
  }
  const text = files['challenge.yaml'];
  if (text === undefined) {
    const message = 'There is no challenge.yaml. Add it, or name another folder.';
    throw new ChallengeError({ file: dir, line: 1, message });
  }
  const { manifest, lineOf } = parseManifest(text, shown('challenge.yaml'));
  throwProblems(
    findFolderProblems(files, manifest, lineOf).map((problem) => ({
      ...problem,
      file: shown(problem.file),
    })),
  );

  const solution = filesBelow(files, 'solution');
  const seedSql = files['seed.sql'];
  const alternative = filesBelow(files, 'solution-alt');
  return {
    dir: absolute,
    manifest,
    statement: files['README.md'] ?? '',
    starter: filesBelow(files, 'starter'),
    solution,
    judged: {
      slug: slug.data,
      hash: hashFiles(files),
      port: manifest.port,
      entry: manifest.entry,
      limits: Limits.parse(manifest.limits),
      tests: splitTests(files),
      ...(seedSql === undefined ? {} : { seedSql }),
    },
    ...(Object.keys(alternative).length === 0 ? {} : { alternative }),
    equivalentLines: manifest.mutation.equivalent.map((_entry, index) =>
      lineOf(['mutation', 'equivalent', index]),
    ),
    wrong: Object.fromEntries(
      wrongNames(files).map((name) => [
        name,
        {
          files: overlay(solution, filesBelow(files, `wrong/${name}`)),
          caughtBy: manifest.wrong[name] ?? '',
        },
      ]),
    ),
  };
}

function overlay(base: Files, replaced: Files): Files {
  return { ...base, ...replaced };
}
