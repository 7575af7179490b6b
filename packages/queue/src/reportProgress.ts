import type { Job } from 'bullmq';
import { sealJob } from './sealedJob.ts';

/**
 * Publishes the progress of one delivery, in order and one at a time: a report that arrives while
 * another is on its way replaces the ones that wait. Losing a report loses nothing but time.
 */
export function reportProgress(
  delivery: Job,
  onError: (error: Error) => void,
): { report: (progress: object) => void; flushed: () => Promise<void> } {
  let next: object | undefined;
  let sending: Promise<void> | undefined;

  async function send(): Promise<void> {
    while (next !== undefined) {
      const progress = next;
      next = undefined;
      try {
        await delivery.updateProgress(sealJob(progress));
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
    sending = undefined;
  }

  return {
    report: (progress) => {
      next = progress;
      sending ??= send();
    },
    flushed: async () => {
      await sending;
    },
  };
}
