import type { AssessmentDraft, Member } from '@assay/contracts/http';
import { insertAssessment, listAssessmentVersions, lockAssessment, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { loadAssessment } from './loadAssessment.ts';
import { readDraft } from './readDraft.ts';

export const addAssessmentVersionRoute = routes.hiring.addAssessmentVersion
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { assessmentId, note, ...draft } = input;
    const { id } = unwrap(await addVersion(services, { assessmentId, note, draft, member }));
    return unwrap(await loadAssessment(services.db, id)).assessment;
  });

/** Makes the version after a locked one. Those who were invited before keep theirs. */
async function addVersion(
  { db, now }: Services,
  change: { assessmentId: string; note: string; draft: AssessmentDraft; member: Member },
): Promise<{ ok: true; id: string } | Refusal> {
  const { assessmentId, note, draft, member } = change;
  const at = now();
  const id = crypto.randomUUID();
  return db.transaction(async (tx): Promise<{ ok: true; id: string } | Refusal> => {
    const found = await lockAssessment(tx, assessmentId);
    if (found === undefined) return notFound;
    const { templateId } = found;
    const [newest] = await listAssessmentVersions(tx, templateId);
    if (newest === undefined || newest.id !== assessmentId) return changedMeanwhile;
    if (found.lockedAt === null) return notLocked;
    const read = await readDraft(tx, draft);
    if (!read.ok) return read;
    const version = newest.version + 1;
    const made = { id, templateId, version, note, createdBy: member.id, at };
    await insertAssessment(tx, { ...read.terms, ...read.challenges, ...made });
    await recordAudit(tx, {
      at,
      actor: `staff:${member.id}`,
      action: 'assessment.version_added',
      subject: `assessment:${id}`,
      detail: { version, after: assessmentId },
    });
    return { ok: true, id };
  });
}

const changedMeanwhile = refusal(
  'CHANGED_MEANWHILE',
  409,
  'Somebody has made a newer version since you opened this one. What you wrote is kept on this page; nothing is overwritten.',
);
const notLocked = refusal(
  'NOT_LOCKED',
  409,
  'Nobody is invited to this version yet: change it itself.',
);
