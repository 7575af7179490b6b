import type { Consumer } from '@assay/queue';
import type { Services } from '#services.ts';

/** Passes on to authors how far verifications are, row by row. */
export function followVerifications({ queues, announce }: Services): Consumer {
  return queues.onVerifyProgress((progress) => announce.verificationProgress(progress));
}
