import { type Kit, ScoredCriterion } from '@assay/contracts/http';
import { findLiveSession, type ScorecardRecord } from '@assay/db';
import { listCriteria, listSessionCriteria } from '#live/scorecards/listCriteria.ts';
import { listCardScores } from '#scorecards/listCardScores.ts';
import type { Services } from '#services.ts';
import type { Evidence } from './weighSkills.ts';

/** The criteria of an interview or a check. */
export function kitEvidence(
  { slug, title, plan }: Kit,
  cards: readonly ScorecardRecord[],
): Evidence[] {
  return cardEvidence({ id: slug, title }, cards, listCriteria(plan));
}

/** The criteria of a live session. */
export async function sessionEvidence(
  services: Pick<Services, 'db' | 'challenges'>,
  part: { id: string; title: string },
  cards: readonly ScorecardRecord[],
): Promise<Evidence[]> {
  const session = await findLiveSession(services.db, part.id);
  return cardEvidence(part, cards, session ? await listSessionCriteria(services, session) : []);
}

/**
 * The criteria of one part: those by which it is scored now, and those by which somebody
 * scored it before. Which skills one counts for is what is said now.
 */
export function cardEvidence(
  part: { id: string; title: string },
  cards: readonly ScorecardRecord[],
  criteria: readonly ScoredCriterion[],
): Evidence[] {
  const scored = new Map(listCardScores(cards).map((one) => [one.criterion.key, one]));
  const all = new Map(
    [
      ...[...scored.values()].map(({ criterion }) => ScoredCriterion.parse(criterion)),
      ...criteria,
    ].map((one) => [one.key, one]),
  );
  return [...all.values()].map(({ key, skills }) => ({
    group: part.id,
    title: part.title,
    skills,
    scores: scored.get(key)?.scores ?? [],
  }));
}
