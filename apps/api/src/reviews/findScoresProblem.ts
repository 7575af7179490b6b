import type { ChallengeVersion } from '@assay/contracts/challenge';
import type { DraftScore } from '@assay/contracts/http';

const nameOf = (challenge: string, criterion: string) => `${challenge}/${criterion}`;

/** What is wrong with the places that scores or comments are given for: one that no rubric has, or one twice. */
export function findScoresProblem(
  scores: Pick<DraftScore, 'challenge' | 'criterion'>[],
  challenges: ChallengeVersion[],
): string | undefined {
  const known = new Set(listCriteria(challenges));
  const seen = new Set<string>();
  for (const { challenge, criterion } of scores) {
    const name = nameOf(challenge, criterion);
    if (!known.has(name)) return `No rubric of this attempt has the criterion ${name}.`;
    if (seen.has(name)) return `The criterion ${name} is there twice.`;
    seen.add(name);
  }
  return undefined;
}

/** Whether every criterion has a score and a note. */
export function isComplete(scores: DraftScore[], challenges: ChallengeVersion[]): boolean {
  const scored = new Set(
    scores
      .filter(({ score, note }) => score !== null && note.trim() !== '')
      .map(({ challenge, criterion }) => nameOf(challenge, criterion)),
  );
  return listCriteria(challenges).every((name) => scored.has(name));
}

function listCriteria(challenges: ChallengeVersion[]): string[] {
  return challenges.flatMap(({ manifest, judged }) =>
    manifest.rubric.map(({ id }) => nameOf(judged.slug, id)),
  );
}
