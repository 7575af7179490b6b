import { type ChallengeManifest, type Language, languageFacts } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';

/** The files below a folder of the challenge, by their path from there. */
export function filesBelow(files: Files, folder: string): Files {
  const prefix = `${folder}/`;
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );
}

/** The languages of a challenge that have a folder of their own. */
export function otherLanguages({
  languages = [],
}: Pick<ChallengeManifest, 'languages'>): Language[] {
  return languages.filter((language) => languageFacts[language].folder !== '');
}

/** Starter and reference in a language that has a folder of its own. */
export function translationIn(
  files: Files,
  language: Language,
): { starter: Files; solution: Files } {
  const { folder } = languageFacts[language];
  return {
    starter: filesBelow(files, `${folder}starter`),
    solution: filesBelow(files, `${folder}solution`),
  };
}

/** The names of the folders below `wrong/`. */
export function wrongNames(files: Files): string[] {
  return [
    ...new Set(Object.keys(filesBelow(files, 'wrong')).map((path) => path.split('/', 1)[0] ?? '')),
  ];
}

export type TestFileKind = 'public' | 'hidden' | 'shared';

/**
 * Which suite a file of `tests/` belongs to, or `undefined` when its name does not say.
 * Modules that tests import are `shared`: they are bundled with both.
 */
export function testFileKind(path: string): TestFileKind | undefined {
  const name = path.split('/').at(-1) ?? '';
  if (!/\.test\.[cm]?[jt]s$/.test(name)) return 'shared';
  if (name.startsWith('public')) return 'public';
  return name.startsWith('hidden') ? 'hidden' : undefined;
}

/** The files of each suite: its test files and the modules that they share. */
export function splitTests(files: Files): { public: Files; hidden: Files } {
  const tests = Object.entries(filesBelow(files, 'tests'));
  const suite = (kind: TestFileKind) =>
    Object.fromEntries(
      tests.filter(([path]) => testFileKind(path) === kind || testFileKind(path) === 'shared'),
    );
  return { public: suite('public'), hidden: suite('hidden') };
}
