import { presentProgress } from '@assay/contracts/http';
import { findSubmissionPlace, markRunning } from '@assay/db';
import type { Consumer } from '@assay/queue';
import type { Services } from '#services.ts';

/** Submissions under judgement whose attempt is remembered. Counters growth without end. */
const maxRemembered = 1_000;

/** Who hears of a submission's progress, and which hidden tests may be named to them. */
type Followed = { attemptId: string; showable: readonly string[] };

/** Passes the results of runs on to their candidates, test by test, and marks submissions as running. */
export function followProgress({
  db,
  queues,
  challenges,
  announce,
  background,
}: Services): Consumer {
  const attempts = new Map<string, Promise<Followed | undefined>>();

  async function begin(submissionId: string): Promise<Followed | undefined> {
    const place = await findSubmissionPlace(db, submissionId);
    if (place === undefined) return undefined;
    if (place.state === 'queued') await markRunning(db, submissionId);
    const { manifest } = await challenges.get(place.challengeHash);
    return { attemptId: place.attemptId, showable: manifest.showable };
  }

  function attemptOf(submissionId: string): Promise<Followed | undefined> {
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
      const followed = await attemptOf(submissionId);
      if (followed === undefined) return;
      announce.submissionProgress(followed.attemptId, {
        submissionId,
        tests: presentProgress(tests, followed.showable),
      });
    });
  });
}
