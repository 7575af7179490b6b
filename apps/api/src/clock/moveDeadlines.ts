import { applyCredits } from '@assay/contracts/clock';
import {
  type Database,
  findAttempt,
  listPinnedChallenges,
  listTimeCredits,
  updateAttempt,
  updatePinnedChallenge,
} from '@assay/db';
import { isChallengeRunning } from '#attempts/attemptClock.ts';
import { asCredits, challengeClock, wholeClock } from './clockTerms.ts';

/**
 * Sets the deadlines of a running attempt, which the transaction holds for update, by all that was credited.
 * Answers those that moved.
 */
export async function moveDeadlines(tx: Database, attemptId: string): Promise<Date[]> {
  const found = await findAttempt(tx, attemptId);
  if (found?.attempt.state !== 'running') return [];
  const challenges = await listPinnedChallenges(tx, attemptId);
  const credits = await listTimeCredits(tx, attemptId);
  const terms = { ...found, challenges };
  const moved: Date[] = [];

  const whole = wholeClock(terms);
  if (whole === undefined) return [];
  const last = applyCredits(whole, asCredits(credits)).deadlineMs;
  if (last !== found.attempt.deadline?.getTime()) {
    await updateAttempt(tx, attemptId, { deadline: new Date(last) });
    moved.push(new Date(last));
  }
  for (const challenge of challenges.filter(isChallengeRunning)) {
    const { slug } = challenge;
    const clock = challengeClock(terms, challenge);
    if (clock === undefined) continue;
    const own = applyCredits(clock, asCredits(credits, slug)).deadlineMs;
    const deadline = new Date(Math.min(own, last));
    if (deadline.getTime() === challenge.deadline?.getTime()) continue;
    await updatePinnedChallenge(tx, { attemptId, slug }, { deadline });
    moved.push(deadline);
  }
  return moved;
}
