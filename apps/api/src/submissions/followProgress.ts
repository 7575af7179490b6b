import { presentProgress } from '@assay/contracts/http';
import { findSubmissionPlace, markRunning } from '@assay/db';
import type { Consumer } from '@assay/queue';
import type { Services } from '#services.ts';

/** Submissions under judgement whose attempt is remembered. Counters growth without end. */
const maxRemembered = 1_000;

/** Passes the results of runs on to their candidates, test by test, and marks submissions as running. */
export function followProgress({ db, queues, announce, background }: Services): Consumer {
  const attempts = new Map<string, Promise<string | undefined>>();

  async function begin(submissionId: string): Promise<string | undefined> {
    const place = await findSubmissionPlace(db, submissionId);
    if (place?.state === 'queued') await markRunning(db, submissionId);
    return place?.attemptId;
  }

  function attemptOf(submissionId: string): Promise<string | undefined> {
    const known = attempts.get(submissionId);
    if (known !== undefined) return known;
    const found = begin(submissionId);
    attempts.set(submissionId, found);
    found.catch(() => attempts.delete(submissionId));
    const [oldest] = attempts.keys();
    if (attempts.size > maxRemembered && oldest !== undefined) attempts.delete(oldest);
    return found;
  }

  return queues.onJudgeProgress(({ submissionId, tests }) => {
    background.run('pass progress on', async () => {
      const attemptId = await attemptOf(submissionId);
      if (attemptId === undefined) return;
      announce.submissionProgress(attemptId, { submissionId, tests: presentProgress(tests) });
    });
  });
}
