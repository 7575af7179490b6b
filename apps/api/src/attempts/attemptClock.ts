import type { AttemptRecord } from '@assay/db';
import { type Refusal, refusal } from '#http/refusal.ts';

type Clock = Pick<AttemptRecord, 'state' | 'deadline'>;

/** Whether the time of a running attempt is over, by the server's clock. */
export function isOverdue({ state, deadline }: Clock, now: Date): boolean {
  return state === 'running' && deadline !== null && deadline <= now;
}

/** Why the candidate of this attempt may not change anything now; `undefined` while the clock runs. */
export function findClockRefusal(
  attempt: Clock & Pick<AttemptRecord, 'finishedAt'>,
  now: Date,
): Refusal | undefined {
  if (attempt.state === 'invited') {
    return refusal('NOT_STARTED', 409, 'The clock does not run yet. Start the attempt first.');
  }
  const { deadline, finishedAt } = attempt;
  if (deadline !== null && deadline <= now && (finishedAt === null || finishedAt >= deadline)) {
    return refusal(
      'DEADLINE_PASSED',
      409,
      'The time is over. What was saved by then is handed in; this change came after it and does not count.',
      { deadline: deadline.toISOString() },
    );
  }
  if (attempt.state === 'running') return undefined;
  return refusal(
    'ATTEMPT_FINISHED',
    409,
    'You have handed in. Your work is safe and can no longer change.',
  );
}
