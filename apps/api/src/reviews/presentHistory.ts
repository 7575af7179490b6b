import type { AttemptHistory } from '@assay/contracts/http';
import type { AttemptEventRecord } from '@assay/db';
import { listAbsences } from '#record/buildTimeline.ts';

/** What the candidate's browser reported of the work on a challenge. Events are oldest first. */
export function presentHistory(
  events: AttemptEventRecord[],
  challenge: string,
  shown: (moment: Date) => Date,
): AttemptHistory {
  const tell = (at: Date | string) => shown(new Date(at)).toISOString();
  return {
    pastes: events.flatMap((event) => {
      const { kind, at, path, length, fromHere } = event;
      if (kind !== 'pasted' || event.challenge !== challenge) return [];
      if (path === null || length === null) return [];
      return [{ at: tell(at), path, length, fromHere: fromHere === true }];
    }),
    away: listAbsences(events).map(({ at, until }) => ({
      from: tell(at),
      ...(until !== undefined && { until: tell(until) }),
    })),
  };
}
