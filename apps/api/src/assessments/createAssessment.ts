import type { AssessmentDraft, Member } from '@assay/contracts/http';
import { insertAssessment, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { loadAssessment } from './loadAssessment.ts';
import { readDraft } from './readDraft.ts';

export const createAssessmentRoute = routes.hiring.createAssessment
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { id } = unwrap(await createAssessment(services, input, member));
    return unwrap(await loadAssessment(services.db, id)).assessment;
  });

/** Makes the first version of an assessment. */
async function createAssessment(
  { db, now }: Services,
  draft: AssessmentDraft,
  member: Member,
): Promise<{ ok: true; id: string } | Refusal> {
  const at = now();
  const id = crypto.randomUUID();
  return db.transaction(async (tx): Promise<{ ok: true; id: string } | Refusal> => {
    const read = await readDraft(tx, draft);
    if (!read.ok) return read;
    await insertAssessment(tx, { ...read.terms, ...read.challenges, id, createdBy: member.id, at });
    await recordAudit(tx, {
      at,
      actor: `staff:${member.id}`,
      action: 'assessment.created',
      subject: `assessment:${id}`,
    });
    return { ok: true, id };
  });
}
