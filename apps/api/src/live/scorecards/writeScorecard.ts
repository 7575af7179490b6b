import type { Member, Scorecard, ScorecardDraft } from '@assay/contracts/http';
import { findLiveMember, lockLiveSession } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { leaveTrace } from '#live/changeSession.ts';
import { notOpen } from '#live/workspaceRoutes.ts';
import { type Written, writeCard } from '#scorecards/writeCard.ts';
import { listSessionCriteria } from './listCriteria.ts';

export const saveScorecardRoute = routes.live.saveScorecard
  .use(asStaff)
  .handler(({ input: { sessionId, ...draft }, context: { services, member } }) =>
    writeScorecard(services, { sessionId, draft, member, submit: false }),
  );

export const submitScorecardRoute = routes.live.submitScorecard
  .use(asStaff)
  .handler(({ input: { sessionId, ...draft }, context: { services, member } }) =>
    writeScorecard(services, { sessionId, draft, member, submit: true }),
  );

/** Keeps an interviewer's own scorecard, and with `submit` closes it, so that the other interviewers may read it. */
async function writeScorecard(
  { db, challenges, live, now }: Services,
  {
    sessionId,
    draft,
    member,
    submit,
  }: { sessionId: string; draft: ScorecardDraft; member: Member; submit: boolean },
): Promise<Scorecard> {
  const at = now();
  const result = await db.transaction(async (tx): Promise<Written | Refusal> => {
    const session = await lockLiveSession(tx, sessionId, 'share');
    const person = await findLiveMember(tx, sessionId, member.id);
    if (session === undefined || person?.role !== 'interviewer' || person.removedAt !== null)
      return notFound;
    const criteria = await listSessionCriteria({ db: tx, challenges }, session);
    if (submit && session.state === 'prepared') return notOpen;
    const place = { sessionId, participantId: person.id };
    const written = await writeCard(tx, place, { draft, criteria, submit, at });
    if (written.ok && written.submitted)
      await leaveTrace(tx, {
        sessionId,
        actor: `staff:${member.id}`,
        at,
        trace: { action: 'live.scorecard_submitted', detail: { participantId: person.id } },
      });
    return written;
  });
  const { scorecard, submitted } = unwrap(result);
  if (submitted) live.tellInterviewers(sessionId);
  return scorecard;
}
