import type { ErasureRequest } from '@assay/contracts/http';
import {
  deleteErasureRequest,
  findErasure,
  insertErasureRequest,
  lockAttempt,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { endAttempt } from '#attempts/endAttempt.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { presentErasureRequest } from './presentErasure.ts';

/** How long staff have to look at a request before it is carried out by itself, ms. The GDPR gives a month. */
const patienceMs = 30 * 24 * 60 * 60_000;

export const requestErasureRoute = routes.candidate.requestErasure
  .use(asCandidate)
  .handler(
    async ({ context: { services, attemptId } }) =>
      unwrap(await requestErasure(services, attemptId)).erasure,
  );

export const withdrawErasureRoute = routes.candidate.withdrawErasure
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) => {
    await withdrawErasure(services, attemptId);
  });

/** Keeps a candidate's wish to be forgotten. Asking twice changes nothing. */
async function requestErasure(
  services: Services,
  attemptId: string,
): Promise<{ ok: true; erasure: ErasureRequest } | Refusal> {
  const { db, now } = services;
  const at = now();
  await endAttempt(services, attemptId, { by: 'deadline' });
  return db.transaction(async (tx): Promise<{ ok: true; erasure: ErasureRequest } | Refusal> => {
    const attempt = await lockAttempt(tx, attemptId, 'update');
    if (attempt === undefined) return notFound;
    if (attempt.state === 'running') return stillRunning;
    const dueAt = new Date(at.getTime() + patienceMs);
    if (await insertErasureRequest(tx, { attemptId, at, dueAt })) {
      await recordAudit(tx, {
        at,
        actor: `candidate:${attemptId}`,
        action: 'erasure.requested',
        subject: `attempt:${attemptId}`,
        detail: { dueAt: dueAt.toISOString() },
      });
    }
    const kept = await findErasure(tx, attemptId);
    const presented = kept && presentErasureRequest(kept);
    return presented === undefined ? notFound : { ok: true, ...presented };
  });
}

async function withdrawErasure({ db, now }: Services, attemptId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockAttempt(tx, attemptId, 'update');
    if (!(await deleteErasureRequest(tx, attemptId))) return;
    await recordAudit(tx, {
      at: now(),
      actor: `candidate:${attemptId}`,
      action: 'erasure.withdrawn',
      subject: `attempt:${attemptId}`,
    });
  });
}

const stillRunning = refusal(
  'STILL_RUNNING',
  409,
  'The clock runs. Hand in first; then you can ask for erasure.',
);
