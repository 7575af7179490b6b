import type { WorkRhythm } from '@assay/contracts/http';
import {
  countActivity,
  findAttempt,
  findPinnedChallenge,
  listAttemptEvents,
  listDocumentUpdates,
} from '@assay/db';
import { describeLog } from '@assay/workspace';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { listAbsences } from '#record/buildTimeline.ts';
import { minRatedAttempts } from '#similarity/comparisonTerms.ts';
import { equalTime } from '#reviews/equalTime.ts';
import { countMinutes, listInsertions } from './buildRhythm.ts';

export const getRhythmRoute = routes.review.getRhythm
  .use(asStaff)
  .handler(async ({ input, context: { services } }) => {
    return unwrap(await getRhythm(services, input)).rhythm;
  });

async function getRhythm(
  { db }: Services,
  work: { attemptId: string; challenge: string },
): Promise<{ ok: true; rhythm: WorkRhythm } | Refusal> {
  const { attemptId, challenge } = work;
  const found = await findAttempt(db, attemptId);
  const pinned = await findPinnedChallenge(db, work);
  if (found === undefined || pinned === undefined) return notFound;
  const { attempt } = found;
  const shown = equalTime(attempt);
  const steps = describeLog(await listDocumentUpdates(db, work, 0));
  const events = await listAttemptEvents(db, attemptId);
  const from = pinned.startedAt ?? attempt.startedAt ?? attempt.createdAt;
  const last = steps.at(-1)?.update.at ?? from;
  const until = pinned.finishedAt ?? attempt.finishedAt ?? last;
  const usual = compareActivity(await countActivity(db, challenge), attemptId);
  const tell = (at: Date | string) => shown(new Date(at)).toISOString();
  return {
    ok: true,
    rhythm: {
      from: tell(from),
      until: tell(until),
      minutes: countMinutes(steps, from, shown),
      away: listAbsences(events).map((absence) => ({
        from: tell(absence.at),
        ...(absence.until !== undefined && { until: tell(absence.until) }),
      })),
      insertions: listInsertions(steps, events, challenge, shown),
      ...(usual && { usual }),
    },
  };
}

type Counted = Awaited<ReturnType<typeof countActivity>>;

/** An attempt beside the others that are finished; `undefined` when there are too few. */
function compareActivity(counted: Counted, attemptId: string): WorkRhythm['usual'] {
  const own = counted.find((one) => one.attemptId === attemptId);
  const others = counted.filter((one) => one !== own);
  if (own === undefined || others.length < minRatedAttempts - 1) return undefined;
  const compare = (of: 'leavings' | 'pasted') => {
    const sorted = others.map((one) => one[of]).toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    const [low = 0, high = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
    return {
      own: own[of],
      more: sorted.filter((value) => value > own[of]).length,
      median: (low + high) / 2,
    };
  };
  return { others: others.length, leavings: compare('leavings'), pasted: compare('pasted') };
}
