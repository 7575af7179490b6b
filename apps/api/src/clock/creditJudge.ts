import { findFailedJudgement, findJudgeWait, patienceMs } from '@assay/contracts/clock';
import type { Verdict } from '@assay/contracts/verdict';
import {
  type Database,
  type SubmissionRecord,
  listTimeCredits,
  listWaiting,
  lockAttempt,
} from '@assay/db';
import { giveTime, givenFor, settleTime } from './giveTime.ts';

type Waited = Pick<SubmissionRecord, 'id' | 'attemptId' | 'createdAt'>;

const waitSource = ({ id }: Waited): string => `submission:${id}`;

/** Gives what was waited for a judge until `at`, and goes on to be waited; the transaction holds the attempt. */
export async function creditOpenWaits(tx: Database, attemptId: string, at: Date): Promise<Date[]> {
  const before = new Date(at.getTime() - patienceMs);
  const moved: Date[] = [];
  for (const waited of await listWaiting(tx, before, attemptId)) {
    const wait = findJudgeWait(waited.createdAt.getTime(), at.getTime());
    if (wait === undefined) continue;
    const given = givenFor(wait, waitSource(waited), 'judge_slow');
    moved.push(...(await giveTime(tx, attemptId, given, { at, open: true })));
  }
  return moved;
}

/**
 * Gives what a submission had to wait for its judge, once it is judged or given up, and all of the time of one
 * that could not be judged. Answers the deadlines that moved.
 */
export async function creditJudge(
  tx: Database,
  waited: Waited,
  at: Date,
  verdict?: Pick<Verdict, 'status' | 'usage'>,
): Promise<Date[]> {
  const failed = verdict?.status === 'sandbox_error';
  const { attemptId, createdAt } = waited;
  // Most come at once, and then nobody needs to hold the attempt.
  if (!failed && at.getTime() - createdAt.getTime() <= patienceMs) return [];
  const attempt = await lockAttempt(tx, attemptId, 'update');
  if (attempt?.state !== 'running') return [];
  const moved: Date[] = [];
  const begunMs = at.getTime() - (verdict?.usage.wallMs ?? 0);
  const wait = findJudgeWait(createdAt.getTime(), begunMs);
  if (wait === undefined) await settleTime(tx, attemptId, { at, source: waitSource(waited) });
  else
    moved.push(
      ...(await giveTime(tx, attemptId, givenFor(wait, waitSource(waited), 'judge_slow'), { at })),
    );
  if (failed) {
    const failure = findFailedJudgement(
      createdAt.getTime(),
      at.getTime(),
      await sumFailures(tx, attemptId),
    );
    if (failure !== undefined) {
      const given = givenFor(failure, `failure:${waited.id}`, 'judge_failed');
      moved.push(...(await giveTime(tx, attemptId, given, { at })));
    }
  }
  return moved;
}

/** What was given for failed judgements so far, ms. */
async function sumFailures(tx: Database, attemptId: string): Promise<number> {
  const credits = await listTimeCredits(tx, attemptId);
  return credits
    .filter(({ cause }) => cause === 'judge_failed')
    .reduce((sum, { fromAt, toAt }) => sum + (toAt?.getTime() ?? 0) - (fromAt?.getTime() ?? 0), 0);
}
