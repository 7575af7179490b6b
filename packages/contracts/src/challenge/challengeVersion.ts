import { z } from 'zod';
import { Limits } from '#verdict/limits.ts';
import { Files } from '#workspace/files.ts';
import { entryIn, Language, type LanguageChoice, languageFacts } from './language.ts';
import { ChallengeManifest, Port, Slug } from './manifest.ts';

export const JudgedChallenge = z
  .object({
    slug: Slug,
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the whole folder, hex; names this version for ever.'),
    port: Port,
    entry: z.string().describe('Where a solution in TypeScript begins.'),
    languages: z
      .array(Language)
      .min(1)
      .optional()
      .describe(
        'What a solution may be written in, the first one unless it shows another; absent: TypeScript alone.',
      ),
    limits: Limits,
    tests: z.object({ public: Files, hidden: Files }),
    seedSql: z
      .string()
      .optional()
      .describe('SQL that fills the PostgreSQL of each run; absent when the challenge has none.'),
  })
  .describe('What the judge needs of a challenge. The tests in it never leave the trusted side.');
export type JudgedChallenge = z.infer<typeof JudgedChallenge>;

export const ChallengeVersion = z
  .object({
    manifest: ChallengeManifest,
    statement: z.string().describe('Markdown.'),
    starter: Files,
    solution: Files,
    translations: z
      .partialRecord(Language, z.object({ starter: Files, solution: Files }))
      .optional()
      .describe('Starter and reference in the other languages that the challenge allows.'),
    writeUp: z
      .string()
      .optional()
      .describe(
        'Markdown: why the reference is as it is, for candidates who may read it afterwards.',
      ),
    judged: JudgedChallenge,
  })
  .describe('One version of a challenge, as stored: content that never changes under its hash.');
export type ChallengeVersion = z.infer<typeof ChallengeVersion>;

type Works = Pick<ChallengeVersion, 'starter' | 'solution' | 'translations'>;

/** What a candidate can choose to solve a challenge in; what it begins in unless they do comes first. */
export function languageChoices({
  judged: { entry, languages = ['typescript'] },
  translations,
}: Pick<ChallengeVersion, 'translations'> & {
  judged: Pick<JudgedChallenge, 'entry' | 'languages'>;
}): LanguageChoice[] {
  return languages
    .filter((language) => languageFacts[language].folder === '' || translations?.[language])
    .map((language) => ({
      language,
      title: languageFacts[language].title,
      entry: entryIn(language, { entry }),
    }));
}

/** Starter and reference of a challenge in one of its languages. */
export function worksIn(works: Works, language: Language): { starter: Files; solution: Files } {
  return works.translations?.[language] ?? works;
}
