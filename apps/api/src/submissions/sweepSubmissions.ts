import { listUnjudged } from '@assay/db';
import type { Services } from '#services.ts';
import { sweepVerifications } from '#authoring/sweepVerifications.ts';
import { sweepLiveRuns } from '#live/runs/sweepLiveRuns.ts';
import { enqueueSubmission } from './enqueueSubmission.ts';
import { sweepRejudgements } from './sweepRejudgements.ts';

const sweepMs = 15_000;
/** Queued for longer, ms: perhaps stored but never enqueued. */
const queuedMs = 10_000;
/** Running for longer, ms: usually still at it, but a Redis that forgot everything has forgotten that, too. */
const runningMs = 60_000;
/** Of each, so that a backlog is not read into memory at once. */
const batch = 100;

/**
 * Enqueues again what waits suspiciously long, at once and then every 15 s.
 * Job ids make it harmless: what is in the queue already stays as it is.
 */
export function sweepSubmissions(services: Services): { ready(): Promise<void>; close(): void } {
  const { db, logger, now } = services;

  async function sweep(): Promise<void> {
    const before = (ms: number) => new Date(now().getTime() - ms);
    const waiting = [
      ...(await listUnjudged(db, 'queued', before(queuedMs), batch)),
      ...(await listUnjudged(db, 'running', before(runningMs), batch)),
    ];
    for (const submission of waiting) enqueueSubmission(services, submission);
    await sweepLiveRuns(services, { queued: before(queuedMs), running: before(runningMs) }, batch);
    await sweepRejudgements(services, before(runningMs), batch);
    await sweepVerifications(services, before(queuedMs), batch);
  }

  const timer = setInterval(() => {
    sweep().catch((error: unknown) =>
      logger.error({ err: error }, 'The sweep of submissions failed'),
    );
  }, sweepMs);

  return { ready: sweep, close: () => clearInterval(timer) };
}
