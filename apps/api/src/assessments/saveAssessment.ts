import type { AssessmentDraft, Member } from '@assay/contracts/http';
import { lockAssessment, recordAudit, updateAssessment } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { loadAssessment } from './loadAssessment.ts';
import { readDraft } from './readDraft.ts';

export const saveAssessmentRoute = routes.hiring.saveAssessment
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { assessmentId, revision, ...draft } = input;
    unwrap(await saveAssessment(services, { assessmentId, revision, draft, member }));
    return unwrap(await loadAssessment(services.db, assessmentId)).assessment;
  });

/** Changes a version that nobody is invited to, if it is still what its editor saw. */
async function saveAssessment(
  { db, now }: Services,
  change: { assessmentId: string; revision: number; draft: AssessmentDraft; member: Member },
): Promise<{ ok: true } | Refusal> {
  const { assessmentId, revision, draft, member } = change;
  const at = now();
  return db.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
    const found = await lockAssessment(tx, assessmentId);
    if (found === undefined) return notFound;
    if (found.lockedAt !== null) return locked;
    if (found.revision !== revision) return changedMeanwhile;
    const read = await readDraft(tx, draft);
    if (!read.ok) return read;
    await updateAssessment(tx, assessmentId, { ...read, at });
    await recordAudit(tx, {
      at,
      actor: `staff:${member.id}`,
      action: 'assessment.changed',
      subject: `assessment:${assessmentId}`,
      detail: { revision: revision + 1 },
    });
    return { ok: true };
  });
}

const locked = refusal(
  'LOCKED',
  409,
  'Somebody is invited to this version, so it stays as it is. What you wrote is kept on this page: save it as the next version.',
);
const changedMeanwhile = refusal(
  'CHANGED_MEANWHILE',
  409,
  'Somebody has changed this assessment since you opened it. What you wrote is kept on this page; nothing is overwritten.',
);
