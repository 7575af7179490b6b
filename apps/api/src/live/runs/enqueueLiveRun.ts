import type { LiveRunRecord } from '@assay/db';
import type { Services } from '#services.ts';

/** Sends a stored run to the judge, among the submissions, without waiting. If that fails, the sweep does it again. */
export function enqueueLiveRun(
  { queues, background }: Pick<Services, 'queues' | 'background'>,
  { id, sessionId, participantId, kind, suite, seed, files, steps }: LiveRunRecord,
  { challengeHash }: { challengeHash: string | null },
): void {
  if (files === null) return;
  background.run('enqueue live run', () =>
    queues.enqueueLiveRun(
      {
        liveRunId: id,
        ...(challengeHash !== null && { challengeHash }),
        seed,
        files,
        work:
          kind === 'tests'
            ? { kind, suite: suite ?? 'public' }
            : { kind, steps: (steps ?? []).map(({ step }) => step) },
      },
      { group: sessionId, person: participantId ?? sessionId },
    ),
  );
}
