import { z } from 'zod';
import type { Files } from '#workspace/files.ts';

export const Language = z
  .enum(['typescript', 'python', 'ruby'])
  .describe('What a solution may be written in. TypeScript stands for JavaScript as well.');
export type Language = z.infer<typeof Language>;

type LanguageFacts = {
  title: string;
  /** Where a challenge keeps its starter and its reference in this language; empty: at the top. */
  folder: string;
  /** The file that is loaded first; without one, the challenge says. */
  entry?: string;
};

export const languageFacts: Record<Language, LanguageFacts> = {
  typescript: { title: 'TypeScript', folder: '' },
  python: { title: 'Python', folder: 'python/', entry: 'app.py' },
  ruby: { title: 'Ruby', folder: 'ruby/', entry: 'config.ru' },
};

type Allowing = { entry: string; languages?: readonly Language[] | undefined };

/** The file that a solution of a challenge in this language begins with. */
export function entryIn(language: Language, { entry }: Pick<Allowing, 'entry'>): string {
  return languageFacts[language].entry ?? entry;
}

/** A language that a challenge may be solved in, as a candidate chooses it. */
export const LanguageChoice = z.object({
  language: Language,
  title: z.string().describe('For people.'),
  entry: z.string().describe('The file that a solution in it begins with.'),
});
export type LanguageChoice = z.infer<typeof LanguageChoice>;

/** What a solution is written in: the first language of the challenge whose entry it has, else the challenge's first. */
export function languageOf(
  files: Files,
  { entry, languages = ['typescript'] }: Allowing,
): Language {
  return (
    languages.find((language) => Object.hasOwn(files, entryIn(language, { entry }))) ??
    languages[0] ??
    'typescript'
  );
}
