import type { LanguageChoice } from '@assay/contracts/challenge';
import type { ReviewedChallenge } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';

type Beginning = LanguageChoice & { starter: Files };

/** What a work goes on from: entry and starter of the language that its files show, else of the challenge's first. */
export function beginningOf(
  {
    entry,
    starter,
    otherLanguages,
  }: Pick<ReviewedChallenge, 'entry' | 'starter' | 'otherLanguages'>,
  files: Files | undefined,
): Beginning {
  const first = { language: 'typescript', title: 'TypeScript', entry, starter } as const;
  if (files === undefined || Object.hasOwn(files, entry)) return first;
  return otherLanguages.find((other) => Object.hasOwn(files, other.entry)) ?? first;
}
