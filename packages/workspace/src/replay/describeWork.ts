import type { AttemptHistory, ReviewSubmission } from '@assay/contracts/http';
import { isPerson } from './isPerson.ts';

/** A pause counts as a long one from here, ms: reading, thinking, or something else. */
const longPauseMs = 120_000;

/** Something that happened in the work on a challenge, beside its changes. Moments are ms since 1970. */
export type WorkMark = {
  id: string;
  kind: 'run' | 'paste' | 'pause';
  atMs: number;
  /** In one line. */
  title: string;
  tone?: 'good' | 'bad';
  /** Of a run: the part of its tests that hold, 0 to 1. */
  share?: number;
};

/** The work on one challenge on one timeline: what replays and reports show beside the changes themselves. */
export type Work = {
  fromMs: number;
  untilMs: number;
  /** In their order. */
  marks: WorkMark[];
  /** When the page was not in front. */
  away: { id: string; fromMs: number; untilMs: number }[];
};

type Change = { atMs: number; author: string };
type Submission = Pick<ReviewSubmission, 'id' | 'suite' | 'createdAt' | 'verdict' | 'summary'>;

/** Puts runs, reported pastes, long pauses and absences on one timeline. `changes` are in their order. */
export function describeWork({
  attempt: { startedAt, finishedAt },
  submissions,
  history,
  changes,
}: {
  attempt: { startedAt?: string | undefined; finishedAt?: string | undefined };
  submissions: readonly Submission[];
  history: AttemptHistory;
  changes: readonly Change[];
}): Work {
  const moments = [
    ...changes.map(({ atMs }) => atMs),
    ...submissions.map(({ createdAt }) => Date.parse(createdAt)),
  ];
  const first = moments.reduce((one, other) => Math.min(one, other), Infinity);
  const fromMs = Date.parse(startedAt ?? '') || first;
  const lastMs = moments.reduce((one, other) => Math.max(one, other), fromMs);
  const untilMs = Math.max(lastMs, Date.parse(finishedAt ?? '') || lastMs);
  const marks = [
    ...submissions.map(describeSubmission),
    ...history.pastes.map(({ at, path, length, fromHere }, index): WorkMark => {
      const source = fromHere ? 'from these files' : 'from elsewhere';
      const title = `${length} characters pasted into ${path}, ${source}`;
      return { id: `paste ${index}`, kind: 'paste', atMs: Date.parse(at), title };
    }),
    ...findPauses(changes),
  ].toSorted((one, other) => one.atMs - other.atMs);
  const away = history.away.map(({ from, until }, index) => ({
    id: `away ${index}`,
    fromMs: Math.max(fromMs, Date.parse(from)),
    untilMs: until === undefined ? untilMs : Math.min(untilMs, Date.parse(until)),
  }));
  return { fromMs, untilMs, marks, away: away.filter((one) => one.untilMs > one.fromMs) };
}

function describeSubmission({ id, suite, createdAt, summary, verdict }: Submission): WorkMark {
  const what = suite === 'hidden' ? 'Submission' : 'Run';
  const mark = { id, kind: 'run', atMs: Date.parse(createdAt) } as const;
  if (verdict === undefined) return { ...mark, title: `${what}: being judged` };
  const total = verdict.tests.length;
  const passed = verdict.tests.filter(({ status }) => status === 'passed').length;
  return {
    ...mark,
    title: `${what}: ${summary ?? ''}`,
    tone: verdict.status === 'passed' ? 'good' : 'bad',
    ...(total > 0 && { share: passed / total }),
  };
}

/** Where nothing was changed for long, at the moment at which it began. */
function findPauses(changes: readonly Change[]): WorkMark[] {
  const own = changes.filter(({ author }) => isPerson(author));
  return own.flatMap(({ atMs }, index): WorkMark[] => {
    const lastMs = own[index - 1]?.atMs;
    if (lastMs === undefined || atMs - lastMs < longPauseMs) return [];
    const minutes = Math.round((atMs - lastMs) / 60_000);
    const title = `${minutes} min without a change`;
    return [{ id: `pause ${index}`, kind: 'pause', atMs: lastMs, title }];
  });
}
