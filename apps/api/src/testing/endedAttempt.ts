import type { TestStatus, Verdict } from '@assay/contracts/verdict';
import {
  findPinnedChallenge,
  insertAttempt,
  insertSubmission,
  insertVerdict,
  updateAttempt,
  updatePinnedChallenge,
} from '@assay/db';
import { base } from './sampleVerdict.ts';
import type { TestApi } from './startTestApi.ts';

/** What somebody handed in for a challenge. */
type Work = {
  /** What became of each hidden test; without it the run ended before any. */
  tests?: Record<string, TestStatus>;
  status?: 'passed' | 'failed' | 'sandbox_error';
  /** Of its own clock of 30 minutes; all of them means that the clock ended it. */
  minutes?: number;
};

/** An attempt that has ended with these works, written into the database without running anything. */
export async function endedAttempt(
  { db, assessmentId }: Pick<TestApi, 'db' | 'assessmentId'>,
  works: Record<string, Work>,
): Promise<string> {
  const startedAt = new Date('2026-03-02T09:00:00Z');
  const after = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000);
  const attempt = await insertAttempt(db, {
    assessmentId,
    candidateName: 'Somebody',
    candidateEmail: `${crypto.randomUUID()}@candidate.test`,
    seed: 1,
    at: startedAt,
  });
  if (attempt === undefined) throw new Error('There is no such assessment.');
  const { id: attemptId } = attempt;
  for (const [slug, { tests, status = 'failed', minutes = 20 }] of Object.entries(works)) {
    const pinned = await findPinnedChallenge(db, { attemptId, challenge: slug });
    const finishedAt = after(minutes);
    const clock = { startedAt, deadline: after(30), finishedAt };
    await updatePinnedChallenge(db, { attemptId, slug }, clock);
    const submission = await insertSubmission(db, {
      attemptId,
      challenge: slug,
      challengeHash: pinned?.hash ?? '',
      suite: 'hidden',
      sentBy: 'candidate',
      atEnd: true,
      seed: 1,
      files: {},
      createdAt: finishedAt,
    });
    const verdict = verdictOf(tests, status);
    await insertVerdict(db, submission?.id ?? '', verdict, finishedAt);
  }
  await updateAttempt(db, attemptId, {
    state: 'finished',
    startedAt,
    deadline: after(60),
    finishedAt: after(45),
  });
  return attemptId;
}

function verdictOf(tests: Work['tests'], status: NonNullable<Work['status']>): Verdict {
  if (status === 'sandbox_error') return { ...base, status, errorId: 'abc', message: 'it died' };
  if (tests === undefined) {
    const diagnostics = [{ file: 'src/index.ts', line: 1, column: 1, message: 'unexpected' }];
    return { ...base, status: 'compile_error', diagnostics };
  }
  const cost = { virtualMs: 0, cpuMs: 1, queries: 0, console: [] };
  return {
    ...base,
    status,
    tests: Object.entries(tests).map(([name, outcome]) => {
      return { ...cost, name, suite: 'hidden', status: outcome };
    }),
  };
}
