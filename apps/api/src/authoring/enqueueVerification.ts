import type { VerificationRecord } from '@assay/db';
import type { Services } from '#services.ts';

/** Puts a verification on its queue. If that fails, the sweep does it again. */
export function enqueueVerification(
  { queues, background }: Pick<Services, 'queues' | 'background'>,
  { id, slug, hash, files }: VerificationRecord,
): void {
  if (files === null) return;
  background.run('enqueue verification', () =>
    queues.enqueueVerify({ verificationId: id, slug, hash, files }),
  );
}
