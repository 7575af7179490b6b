import type { LanguageChoice } from '@assay/contracts/challenge';
import type { CandidateChallenge } from '@assay/contracts/http';

/** What a workspace with such files is written in: the first language of the challenge whose entry it has, else the first. */
export function languageIn(
  { languages, entry }: Pick<CandidateChallenge, 'languages' | 'entry'>,
  paths: readonly string[],
): LanguageChoice {
  return (
    languages.find((choice) => paths.includes(choice.entry)) ??
    languages[0] ?? { language: 'typescript', title: 'TypeScript', entry }
  );
}
