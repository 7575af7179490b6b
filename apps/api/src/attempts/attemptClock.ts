import type { AttemptRecord, PinnedChallenge } from '@assay/db';
import { type Refusal, refusal } from '#http/refusal.ts';

type AttemptClock = Pick<AttemptRecord, 'state' | 'deadline' | 'finishedAt'>;
/** `minutes` is null where one clock is for all challenges. */
type ChallengeClock = Omit<PinnedChallenge, 'slug' | 'hash'>;

/** Whether the clock of this challenge is its own, and runs. */
export function isChallengeRunning({ startedAt, finishedAt }: ChallengeClock): boolean {
  return startedAt !== null && finishedAt === null;
}

/** Deadlines of a running attempt that something has to end at: its own, and those of challenges whose clocks run. */
export function listRunningDeadlines(
  { state, deadline }: Pick<AttemptClock, 'state' | 'deadline'>,
  challenges: readonly ChallengeClock[],
): Date[] {
  if (state !== 'running') return [];
  const own = challenges.filter(isChallengeRunning).map((challenge) => challenge.deadline);
  return [deadline, ...own].filter((one) => one !== null);
}

/** Whether a time of a running attempt is over, by the server's clock. */
export function isOverdue(
  attempt: Pick<AttemptClock, 'state' | 'deadline'>,
  challenges: readonly ChallengeClock[],
  now: Date,
): boolean {
  return listRunningDeadlines(attempt, challenges).some((deadline) => deadline <= now);
}

/** Why the candidate may not change anything of this attempt now; `undefined` while it runs. */
export function findAttemptRefusal(attempt: AttemptClock, now: Date): Refusal | undefined {
  if (attempt.state === 'invited') return notStarted;
  if (attempt.state === 'withdrawn') return withdrawn;
  return findEnd(attempt, now) ?? (attempt.state === 'running' ? undefined : handedIn);
}

/** Why the candidate may not change this challenge now; `undefined` while its clock runs. */
export function findClockRefusal(
  attempt: AttemptClock,
  challenge: ChallengeClock,
  now: Date,
): Refusal | undefined {
  const refused = findAttemptRefusal(attempt, now);
  // Under one clock for all, that was it; and before and after the whole, no challenge has a clock.
  if (challenge.minutes === null || refused === notStarted || refused === withdrawn) return refused;
  if (challenge.startedAt === null) return challengeNotStarted;
  return findEnd(challenge, now) ?? refused;
}

/** That a time is over, or that it was ended by hand. */
function findEnd(
  { deadline, finishedAt }: Pick<AttemptClock, 'deadline' | 'finishedAt'>,
  now: Date,
): Refusal | undefined {
  if (deadline !== null && deadline <= now && (finishedAt === null || finishedAt >= deadline)) {
    return refusal(
      'DEADLINE_PASSED',
      409,
      'The time is over. What was saved by then is handed in; this change came after it and does not count.',
      { deadline: deadline.toISOString() },
    );
  }
  return finishedAt === null ? undefined : handedIn;
}

const notStarted = refusal(
  'NOT_STARTED',
  409,
  'The clock does not run yet. Start the attempt first.',
);
const challengeNotStarted = refusal(
  'NOT_STARTED',
  409,
  'The clock of this challenge does not run yet. Start it first.',
);
const withdrawn = refusal(
  'WITHDRAWN',
  409,
  'You have withdrawn. Nothing of this attempt can change any more.',
);
const handedIn = refusal(
  'ATTEMPT_FINISHED',
  409,
  'You have handed in. Your work is safe and can no longer change.',
);
