import { randomUUID } from 'node:crypto';
import type { CopyRun } from '@assay/contracts/http';
import { describeVerdict } from '@assay/contracts/verdict';
import { Files } from '@assay/contracts/workspace';
import { findAttempt, findJudged } from '@assay/db';
import type { Services } from '#services.ts';
import { busy } from '#explorations/explore.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { findFilesRefusal } from '#workspaces/findFilesRefusal.ts';

export const runCopyRoute = routes.review.runCopy
  .use(asStaff)
  .handler(async ({ input: { submissionId, files }, context: { services }, signal }) => {
    return unwrap(await runCopy(services, { submissionId, files }, signal)).run;
  });

/**
 * Runs the hidden tests on files that came with the request, under the seed and the limits of the submission that they
 * were copied from. Nothing of it is written: neither the attempt nor any count knows of it.
 */
async function runCopy(
  { db, fleeting }: Pick<Services, 'db' | 'fleeting'>,
  sent: { submissionId: string; files: Record<string, string> },
  signal?: AbortSignal,
): Promise<{ ok: true; run: CopyRun } | Refusal> {
  const submission = await findJudged(db, sent.submissionId);
  if (submission === undefined) return notFound;
  const found = await findAttempt(db, submission.attemptId);
  if (found?.attempt.erasedAt) return erased;
  const refused = findFilesRefusal(sent.files);
  if (refused !== undefined) return refused;
  const limits = submission.verdict?.provenance.limits;
  const verdict = await fleeting.runLast(
    {
      practiceId: randomUUID(),
      challengeHash: submission.challengeHash,
      suite: 'hidden',
      seed: submission.seed,
      files: Files.parse(sent.files),
      ...(limits && { limits }),
    },
    signal,
  );
  if (verdict === undefined) return busy;
  return { ok: true, run: { verdict, summary: describeVerdict(verdict, 'all') } };
}

const erased = refusal(
  'ERASED',
  409,
  'The files of this submission are erased: there is nothing left to copy.',
);
