import type { Member, Scorecard, ScorecardDraft } from '@assay/contracts/http';
import { listScorecards, lockCandidate, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { listCriteria } from '#live/scorecards/listCriteria.ts';
import { type Written, writeCard } from '#scorecards/writeCard.ts';
import { cardSight } from './cardSight.ts';
import { kits } from './kits.ts';

export const saveKitScorecardRoute = routes.candidates.saveKitScorecard
  .use(asStaff)
  .handler(({ input: { candidateId, kit, ...draft }, context: { services, member } }) =>
    writeKitCard(services, { candidateId, kit, draft, member, submit: false }),
  );

export const submitKitScorecardRoute = routes.candidates.submitKitScorecard
  .use(asStaff)
  .handler(({ input: { candidateId, kit, ...draft }, context: { services, member } }) =>
    writeKitCard(services, { candidateId, kit, draft, member, submit: true }),
  );

/** Keeps somebody's own scorecard of an interview or a check, and with `submit` closes it. */
async function writeKitCard(
  { db, now }: Services,
  {
    candidateId,
    kit,
    draft,
    member,
    submit,
  }: {
    candidateId: string;
    kit: string;
    draft: ScorecardDraft;
    member: Member;
    submit: boolean;
  },
): Promise<Scorecard> {
  const at = now();
  const result = await db.transaction(async (tx): Promise<Written | Refusal> => {
    const content = kits.get(kit);
    if (content === undefined || !(await lockCandidate(tx, candidateId))) return notFound;
    const cards = (await listScorecards(tx, { candidateId })).filter((card) => card.kit === kit);
    const isSubmitted = cards.some(
      ({ authorId, submittedAt }) => authorId === member.id && submittedAt !== null,
    );
    if (!isSubmitted && !cardSight(member, cards).mayWrite) return notIndependent;
    const written = await writeCard(
      tx,
      { candidateId, kit, authorId: member.id },
      { draft, criteria: listCriteria(content.plan), submit, at },
    );
    if (written.ok && written.submitted)
      await recordAudit(tx, {
        at,
        actor: `staff:${member.id}`,
        action: 'scorecard.submitted',
        subject: `candidate:${candidateId}`,
        detail: { kit, scorecardId: written.id },
      });
    return written;
  });
  return unwrap(result).scorecard;
}

const notIndependent = refusal(
  'NOT_INDEPENDENT',
  409,
  'You may have read what others submitted here, so a scorecard of yours would not be independent.',
);
