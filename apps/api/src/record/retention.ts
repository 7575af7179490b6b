import type { AttemptRecord } from '@assay/db';

const dayMs = 24 * 60 * 60_000;

/**
 * Until when an attempt is kept: so many days from its end or, if nobody ever started it, from the end of its
 * invitation. `listDue` counts the same way.
 */
export function keptUntil(
  attempt: Pick<AttemptRecord, 'createdAt' | 'deadline' | 'finishedAt' | 'withdrawnAt'>,
  invitation: { expiresAt: Date } | undefined,
  retentionDays: number,
): Date {
  const end =
    attempt.finishedAt ??
    attempt.withdrawnAt ??
    attempt.deadline ??
    invitation?.expiresAt ??
    attempt.createdAt;
  return new Date(end.getTime() + retentionDays * dayMs);
}
