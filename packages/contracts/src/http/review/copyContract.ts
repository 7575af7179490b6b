import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Language } from '#challenge/language.ts';
import { Slug } from '#challenge/manifest.ts';
import { Verdict } from '#verdict/verdict.ts';
import { Files } from '#workspace/files.ts';

export const CopyRun = z
  .object({
    verdict: Verdict,
    summary: z.string().describe('The outcome in one sentence, hidden tests named.'),
  })
  .describe('What the hidden tests say of a copy. Nobody keeps it.');
export type CopyRun = z.infer<typeof CopyRun>;

/** What reviewers hold a submission against: the author's solution, and copies that they edit. */
export const copyContract = {
  getReference: oc
    .route({
      method: 'GET',
      path: '/review/attempts/{attemptId}/reference/{challenge}',
      summary: 'The author’s solution, of the version that the candidate had',
    })
    .input(z.object({ attemptId: z.uuid(), challenge: Slug, language: Language.optional() }))
    .output(z.object({ files: Files })),
  runCopy: oc
    .route({
      method: 'POST',
      path: '/review/submissions/{submissionId}/copy-runs',
      summary: 'Run the hidden tests on an edited copy of a submission; nothing is kept',
    })
    .input(
      z.object({
        submissionId: z.uuid(),
        files: z
          .record(z.string(), z.string())
          .describe('Checked by the action, which says what is wrong with them.'),
      }),
    )
    .output(CopyRun)
    .errors({
      ERASED: { status: 409 },
      FILES_TOO_LARGE: { status: 413, data: z.object({ limit: z.int() }) },
      FILES_REFUSED: { status: 422 },
      JUDGE_BUSY: { status: 503 },
    }),
};
