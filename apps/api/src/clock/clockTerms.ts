import { allotMs, type Clock, type Credit, restMs } from '@assay/contracts/clock';
import type { AttemptRecord, PinnedChallenge, TimeCredit } from '@assay/db';

/** What the clocks of an attempt depend on. */
export type ClockTerms = {
  attempt: Pick<AttemptRecord, 'startedAt' | 'timePercent'>;
  assessment: { minutes: number };
  challenges: readonly PinnedChallenge[];
};

/** Whether each challenge has a clock of its own. */
export function hasSeparateClocks(
  challenges: readonly Pick<PinnedChallenge, 'minutes'>[],
): boolean {
  return challenges.some(({ minutes }) => minutes !== null);
}

/** The clock of the whole attempt; around clocks of challenges, their sum and the breaks between them. */
export function wholeClock({ attempt, assessment, challenges }: ClockTerms): Clock | undefined {
  if (attempt.startedAt === null) return undefined;
  const breaksMs = hasSeparateClocks(challenges) ? restMs : 0;
  return {
    startedAtMs: attempt.startedAt.getTime(),
    allottedMs: allotMs(assessment.minutes, attempt.timePercent) + breaksMs,
  };
}

/** The own clock of a challenge that was started. */
export function challengeClock(
  { attempt }: Pick<ClockTerms, 'attempt'>,
  { minutes, startedAt }: PinnedChallenge,
): Clock | undefined {
  if (minutes === null || startedAt === null) return undefined;
  return {
    startedAtMs: startedAt.getTime(),
    allottedMs: allotMs(minutes, attempt.timePercent),
  };
}

/** Credits as the clock counts them; of minutes that people gave, only those for `challenge` where it has its own. */
export function asCredits(credits: readonly TimeCredit[], challenge?: string): Credit[] {
  return credits.map((credit) => {
    const { fromAt, toAt, extraMs } = credit;
    if (fromAt !== null && toAt !== null) return { fromMs: fromAt.getTime(), toMs: toAt.getTime() };
    const isForIt = challenge === undefined || credit.challenge === challenge;
    return { extraMs: isForIt ? (extraMs ?? 0) : 0 };
  });
}
