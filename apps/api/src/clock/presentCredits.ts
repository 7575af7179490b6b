import { applyCredits } from '@assay/contracts/clock';
import type { GivenTime } from '@assay/contracts/http';
import type { TimeCredit } from '@assay/db';
import {
  asCredits,
  challengeClock,
  type ClockTerms,
  hasSeparateClocks,
  wholeClock,
} from './clockTerms.ts';

/** What was given, by how much it moved a deadline; what moved none is left out. */
export function presentCredits(terms: ClockTerms, credits: TimeCredit[]): GivenTime[] {
  const added = hasSeparateClocks(terms.challenges)
    ? terms.challenges.map((challenge) => {
        const clock = challengeClock(terms, challenge);
        return clock && applyCredits(clock, asCredits(credits, challenge.slug)).addedMs;
      })
    : [wholeClock(terms)].map((clock) => clock && applyCredits(clock, asCredits(credits)).addedMs);
  return credits.flatMap(({ id, cause, createdAt, reason }, index) => {
    const addedMs = added.reduce((sum, ofClock) => sum + (ofClock?.[index] ?? 0), 0);
    if (addedMs === 0) return [];
    return { id, cause, addedMs, at: createdAt.toISOString(), ...(reason !== null && { reason }) };
  });
}
