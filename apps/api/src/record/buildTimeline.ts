import type { ConnectionGap, RecordEntry } from '@assay/contracts/http';
import { describeVerdict } from '@assay/contracts/verdict';
import type {
  AttemptEventRecord,
  JudgedSubmission,
  listAuditOfAll,
  MessageRecord,
  TimeCredit,
} from '@assay/db';
import type { LogEntry, LogStep } from '@assay/workspace';
import { matchPastes } from './matchPastes.ts';

type AuditRecord = Awaited<ReturnType<typeof listAuditOfAll>>[number];

/** What a timeline is made of. Lists are oldest first. */
export type RecordSources = {
  workspaces: { challenge: string; steps: LogStep<LogEntry>[] }[];
  submissions: JudgedSubmission[];
  events: AttemptEventRecord[];
  gaps: ConnectionGap[];
  credits: TimeCredit[];
  messages: MessageRecord[];
  audit: AuditRecord[];
};

const minuteMs = 60_000;

/** All that happened in an attempt, oldest first. */
export function buildTimeline(sources: RecordSources): RecordEntry[] {
  const { workspaces, submissions, events, gaps, credits, messages, audit } = sources;
  const entries = [
    ...workspaces.flatMap(({ challenge, steps }) => listEdits(challenge, steps)),
    ...submissions.map(presentRun),
    ...listEvents(sources),
    ...listAbsences(events),
    ...gaps.map(({ from, to, side }): RecordEntry => ({
      kind: 'gap',
      at: from,
      ...(to !== undefined && { until: to }),
      side,
    })),
    ...credits.map(presentCredit),
    ...messages.map(presentMessage),
    ...listActions(audit),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const span = (from: Date, to: Date) => ({ at: from.toISOString(), until: to.toISOString() });

/** One entry a minute. What the server wrote, such as the starter, is no edit of anybody. */
function listEdits(challenge: string, steps: LogStep<LogEntry>[]): RecordEntry[] {
  const own = steps.filter(({ update }) => update.author !== 'server');
  const minutes = Map.groupBy(own, ({ update }) => Math.floor(update.at.getTime() / minuteMs));
  return [...minutes.values()].flatMap((inMinute): RecordEntry[] => {
    const [first] = inMinute;
    const last = inMinute.at(-1);
    if (first === undefined || last === undefined) return [];
    const changes = inMinute.flatMap((step) => step.changes);
    return [
      {
        kind: 'edit',
        ...span(first.update.at, last.update.at),
        challenge,
        paths: [...new Set(changes.map(({ path }) => path))].sort(),
        changes: inMinute.length,
        inserted: sum(changes.flatMap((change) => change.inserted.map((text) => text.length))),
        deleted: sum(changes.map(({ deleted }) => deleted)),
      },
    ];
  });
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

function presentRun({ id, challenge, suite, sentBy, createdAt, verdict }: JudgedSubmission) {
  return {
    kind: 'run',
    at: createdAt.toISOString(),
    submissionId: id,
    challenge,
    suite,
    sentBy,
    ...(verdict && { summary: describeVerdict(verdict, 'public') }),
  } satisfies RecordEntry;
}

function listEvents({ events, workspaces }: RecordSources): RecordEntry[] {
  const history = workspaces.flatMap(({ challenge, steps }) =>
    steps.map(({ update: { at }, changes }) => ({ at, challenge, changes })),
  );
  const pasted = matchPastes(events, history);
  return events.flatMap((event): RecordEntry[] => {
    const { id, kind, at, challenge, path, length, fromHere, steps } = event;
    if (challenge === null) return [];
    const common = { at: at.toISOString(), challenge };
    if (kind === 'explored') return [{ kind: 'exploration', ...common, steps: steps ?? 1 }];
    if (kind !== 'pasted' || path === null || length === null) return [];
    const text = pasted.get(id);
    return [
      {
        kind: 'paste',
        ...common,
        path,
        length,
        fromHere: fromHere === true,
        ...(text !== undefined && { text }),
      },
    ];
  });
}

/** Each leaving with the return after it. Several tabs report each for themselves; the first return ends it. */
export function listAbsences(
  events: AttemptEventRecord[],
): { kind: 'away'; at: string; until?: string }[] {
  const absences: { kind: 'away'; at: string; until?: string }[] = [];
  for (const { kind, at } of events) {
    const last = absences.at(-1);
    const isAway = last !== undefined && last.until === undefined;
    if (kind === 'left' && !isAway) absences.push({ kind: 'away', at: at.toISOString() });
    if (kind === 'returned' && isAway) last.until = at.toISOString();
  }
  return absences;
}

function presentCredit({ createdAt, extraMs, fromAt, toAt, cause, reason }: TimeCredit) {
  const stoodStillMs = fromAt && toAt ? toAt.getTime() - fromAt.getTime() : 0;
  return {
    kind: 'credit',
    at: createdAt.toISOString(),
    length: extraMs ?? stoodStillMs,
    cause,
    reason: reason ?? '',
  } satisfies RecordEntry;
}

function presentMessage({ createdAt, memberName, text }: MessageRecord) {
  const by = memberName === null ? 'candidate' : 'staff';
  return { kind: 'message', at: createdAt.toISOString(), by, text } satisfies RecordEntry;
}

/** What has entries of its own. */
const toldElsewhere = new Set(['time.given', 'question.asked', 'question.answered']);

/** The log of actions, but for what has entries of its own. The same in a row is one entry. */
function listActions(audit: AuditRecord[]): RecordEntry[] {
  const entries: Extract<RecordEntry, { kind: 'log' }>[] = [];
  let lastActor: string | undefined;
  for (const { at, actor, action, subject, detail } of audit) {
    if (subject.startsWith('submission:') || toldElsewhere.has(action)) continue;
    const last = entries.at(-1);
    if (last?.action === action && lastActor === actor) {
      last.until = at.toISOString();
      last.times += 1;
      continue;
    }
    lastActor = actor;
    entries.push({
      kind: 'log',
      at: at.toISOString(),
      action,
      by: kindOf(actor),
      times: 1,
      detail,
    });
  }
  return entries;
}

function kindOf(actor: string): 'candidate' | 'staff' | 'system' {
  if (actor.startsWith('candidate:')) return 'candidate';
  return actor.startsWith('staff:') ? 'staff' : 'system';
}
