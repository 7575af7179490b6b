import { setImmediate } from 'node:timers/promises';
import type { AttemptHistory, ReportTimeline, ReviewSubmission } from '@assay/contracts/http';
import { type Database, listDocumentUpdates } from '@assay/db';
import {
  CodeHistory,
  countActivity,
  describeWork,
  isPerson,
  Timeline,
} from '@assay/workspace/replay';

/** Equal parts that changes are counted in. */
const parts = 180;
/** Updates that are read in one go; others are served in between. */
const readAtOnce = 2_000;
/** Of each kind of mark, how many are told. Counters a work of nothing but pastes. */
const maxMarks = 200;

/** How the work on a challenge went; `undefined` where nothing was written, or where it is erased. */
export async function traceWork(
  db: Database,
  {
    attemptId,
    challenge,
    attempt,
    submissions,
    history,
    shown,
  }: {
    attemptId: string;
    challenge: string;
    attempt: { startedAt?: string | undefined; finishedAt?: string | undefined };
    submissions: readonly Pick<
      ReviewSubmission,
      'id' | 'suite' | 'createdAt' | 'verdict' | 'summary'
    >[];
    history: AttemptHistory;
    shown: (moment: Date) => Date;
  },
): Promise<ReportTimeline | undefined> {
  const changes = await readChanges(db, { attemptId, challenge }, shown);
  const own = changes.filter(({ author }) => isPerson(author));
  if (own.length === 0) return undefined;
  const work = describeWork({ attempt, submissions, history, changes });
  const time = new Timeline([work.fromMs, work.untilMs], { skipIdle: false });
  const activity = countActivity(own, time, parts);
  const seen = { run: 0, paste: 0, pause: 0 };
  const tell = (ms: number) => new Date(ms).toISOString();
  return {
    from: tell(work.fromMs),
    until: tell(work.untilMs),
    activity: activity.map((part) => [...part.values()].reduce((sum, one) => sum + one, 0)),
    marks: work.marks.flatMap(({ kind, atMs, title, tone, share }) => {
      seen[kind] += 1;
      if (seen[kind] > maxMarks) return [];
      return [
        {
          kind,
          at: tell(atMs),
          title,
          ...(tone && { tone }),
          ...(share !== undefined && { share }),
        },
      ];
    }),
    away: work.away.slice(0, maxMarks).map(({ fromMs, untilMs }) => ({
      from: tell(fromMs),
      until: tell(untilMs),
    })),
  };
}

/** When who changed something, in the order of the log. */
async function readChanges(
  db: Database,
  key: { attemptId: string; challenge: string },
  shown: (moment: Date) => Date,
) {
  const code = new CodeHistory();
  try {
    for (let after = 0; ; after += readAtOnce) {
      const found = await listDocumentUpdates(db, key, after, readAtOnce);
      code.add(found.map(({ at, author, bytes }) => ({ at: shown(at), author, bytes })));
      if (found.length < readAtOnce) break;
      await setImmediate();
    }
    return code.changes.map(({ atMs, author }) => ({ atMs, author }));
  } finally {
    code.dispose();
  }
}
