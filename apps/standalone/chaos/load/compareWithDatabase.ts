import { applyCredits, findJudgeWait } from '@assay/contracts/clock';
import {
  type Database,
  type JudgedSubmission,
  type TimeCredit,
  findAttempt,
  listAudit,
  listDocumentUpdates,
  listSubmissions,
  listTimeCredits,
} from '@assay/db';
import { readLog } from '@assay/workspace';
import type { Load } from './Load.ts';
import type { LoadCandidate } from './LoadCandidate.ts';
import { slug, typedFile, typedText } from './work.ts';

/** What is not in the database as it was acknowledged, by kind, in words. */
export type Findings = { lost: string[]; doubled: string[]; wrong: string[] };

/** Holds what people were told against what the database has, once all has come to rest. */
export async function compareWithDatabase(
  db: Database,
  load: Load,
  minutes: number,
): Promise<Findings> {
  const findings: Findings = { lost: [], doubled: [], wrong: [] };
  for (const candidate of load.candidates) {
    findings.lost.push(...candidate.missed);
    await compareText(db, candidate, findings);
    await compareSubmissions(db, candidate, findings);
    await compareClock(db, candidate, minutes, findings);
  }
  return findings;
}

async function compareText(
  db: Database,
  { attemptId, keys, text }: LoadCandidate,
  { lost, doubled, wrong }: Findings,
): Promise<void> {
  const updates = await listDocumentUpdates(db, { attemptId, challenge: slug }, 0);
  const stored = readLog(updates.map(({ bytes }) => bytes))[typedFile] ?? '';
  const typed = typedText(0, keys);
  if (stored.length < keys) lost.push(`${keys - stored.length} keys of ${attemptId}`);
  else if (stored.length > keys) doubled.push(`${stored.length - keys} keys of ${attemptId}`);
  else if (stored !== typed || text !== typed) wrong.push(`the text of ${attemptId}`);
}

async function compareSubmissions(
  db: Database,
  { attemptId, acknowledged, deserved, presses }: LoadCandidate,
  { lost, doubled, wrong }: Findings,
): Promise<void> {
  const credits = await listTimeCredits(db, attemptId);
  const stored = new Map((await listSubmissions(db, attemptId)).map((one) => [one.id, one]));
  if (stored.size > presses) doubled.push(`${stored.size - presses} submissions of ${attemptId}`);
  for (const { id, keys } of acknowledged) {
    const submission = stored.get(id);
    if (submission === undefined) {
      lost.push(`submission ${id}`);
      continue;
    }
    const { verdict, files } = submission;
    const frozen = files[typedFile] ?? '';
    if (frozen.length < keys) lost.push(`${keys - frozen.length} keys in submission ${id}`);
    if (frozen !== typedText(0, frozen.length)) wrong.push(`the files of submission ${id}`);
    if (verdict === null) lost.push(`the verdict of submission ${id}`);
    else if (verdict.status !== deserved)
      wrong.push(`submission ${id} is ${verdict.status} and not ${deserved}`);
    const audit = await listAudit(db, `submission:${id}`);
    for (const action of ['submission.created', 'submission.judged']) {
      const times = audit.filter((event) => event.action === action).length;
      if (times < 1) lost.push(`${action} of ${id}`);
      if (times > 1) doubled.push(`${action} of ${id}`);
    }
    const judgedAt = audit.find(({ action }) => action === 'submission.judged')?.at;
    const owedMs = judgedAt && findMissingMs(submission, judgedAt, credits);
    if (owedMs) wrong.push(`${owedMs} ms of waiting for submission ${id} were not given back`);
  }
}

/** What is missing of the time that somebody has to have back for a run that waited too long for a judge, ms. */
function findMissingMs(
  { id, createdAt, verdict }: JudgedSubmission,
  judgedAt: Date,
  credits: readonly TimeCredit[],
): number {
  const begunMs = judgedAt.getTime() - (verdict?.usage.wallMs ?? 0);
  const owed = findJudgeWait(createdAt.getTime(), begunMs);
  if (owed === undefined) return 0;
  const credit = credits.find(({ source }) => source === `submission:${id}`);
  const givenMs = (credit?.toAt?.getTime() ?? 0) - (credit?.fromAt?.getTime() ?? 0);
  // The database keeps whole ones.
  return Math.max(0, Math.floor(owed.toMs - owed.fromMs) - givenMs);
}

/** The attempt still runs, and its deadline is its minutes and what was credited, and no less and no more. */
async function compareClock(
  db: Database,
  { attemptId }: LoadCandidate,
  minutes: number,
  { wrong }: Findings,
): Promise<void> {
  const attempt = (await findAttempt(db, attemptId))?.attempt;
  const { state, startedAt, deadline } = attempt ?? { state: 'gone' };
  if (state !== 'running') wrong.push(`attempt ${attemptId} is ${state}`);
  const clock = { startedAtMs: startedAt?.getTime() ?? 0, allottedMs: minutes * 60_000 };
  const outages = (await listTimeCredits(db, attemptId)).flatMap(({ fromAt, toAt }) =>
    fromAt && toAt ? [{ fromMs: fromAt.getTime(), toMs: toAt.getTime() }] : [],
  );
  const offMs = (deadline?.getTime() ?? 0) - applyCredits(clock, outages).deadlineMs;
  if (offMs !== 0) wrong.push(`the deadline of ${attemptId} is off by ${offMs} ms`);
}
