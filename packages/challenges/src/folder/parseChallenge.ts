import { Slug } from '@assay/contracts/challenge';
import { Limits } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import type { Challenge } from '#Challenge.ts';
import { ChallengeError, throwProblems } from '#ChallengeError.ts';
import { findFolderProblems } from './findFolderProblems.ts';
import { hashFiles } from './hashFiles.ts';
import { parseManifest } from './parseManifest.ts';
import { filesBelow, otherLanguages, splitTests, translationIn, wrongNames } from './sections.ts';

/**
 * The challenge that `files`, by their path from its folder, amount to. `shown` is how a path is named to its
 * author; the empty path is the folder.
 * @throws {ChallengeError} with file, line and what to do, for every problem that it finds.
 */
export function parseChallenge(
  name: string,
  files: Files,
  shown: (path: string) => string,
): Challenge {
  const slug = Slug.safeParse(name);
  if (!slug.success) {
    const message = `The folder's name is the name of the challenge. ${slug.error.issues[0]?.message ?? ''}`;
    throw new ChallengeError({ file: shown(''), line: 1, message });
  }
  const text = files['challenge.yaml'];
  if (text === undefined) {
    const message = 'There is no challenge.yaml. Add it, or name another folder.';
    throw new ChallengeError({ file: shown(''), line: 1, message });
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
  const writeUp = files['WRITEUP.md'];
  const alternative = filesBelow(files, 'solution-alt');
  const { languages } = manifest;
  const translations = Object.fromEntries(
    otherLanguages(manifest).map((language) => [language, translationIn(files, language)]),
  );
  return {
    source: files,
    manifest,
    statement: files['README.md'] ?? '',
    starter: filesBelow(files, 'starter'),
    solution,
    ...(Object.keys(translations).length === 0 ? {} : { translations }),
    ...(writeUp === undefined ? {} : { writeUp }),
    judged: {
      slug: slug.data,
      hash: hashFiles(files),
      port: manifest.port,
      entry: manifest.entry,
      ...(languages && { languages }),
      limits: Limits.parse(manifest.limits),
      tests: splitTests(files),
      ...(seedSql === undefined ? {} : { seedSql }),
    },
    ...(Object.keys(alternative).length === 0 ? {} : { alternative }),
    equivalentLines: manifest.mutation.equivalent.map((_entry, index) =>
      lineOf(['mutation', 'equivalent', index]),
    ),
    wrong: Object.fromEntries(
      wrongNames(files).map((wrong) => [
        wrong,
        {
          files: { ...solution, ...filesBelow(files, `wrong/${wrong}`) },
          caughtBy: manifest.wrong[wrong] ?? '',
        },
      ]),
    ),
  };
}
