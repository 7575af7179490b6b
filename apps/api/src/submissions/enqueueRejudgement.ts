import type { Verdict } from '@assay/contracts/verdict';
import type { SubmissionRecord } from '@assay/db';
import type { Services } from '#services.ts';

/** Sends a judged submission to the judge once more, by what its verdict names. If that fails, the sweep does it again. */
export function enqueueRejudgement(
  { queues, background }: Pick<Services, 'queues' | 'background'>,
  rejudgeId: string,
  { files }: Pick<SubmissionRecord, 'files'>,
  { provenance }: Pick<Verdict, 'provenance'>,
): void {
  const { challenge, suite, seed, limits } = provenance;
  background.run('enqueue rejudgement', () =>
    queues.enqueueRejudge({
      kind: 'rejudge',
      rejudgeId,
      challengeHash: challenge.hash,
      suite,
      seed,
      limits,
      files,
    }),
  );
}
