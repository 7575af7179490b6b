import type { Member, Scorecards } from '@assay/contracts/http';
import { findLiveSession, listLiveParticipants, listScorecards } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { mayHost } from '#live/changeSession.ts';
import { maySeeGrades } from '#reviews/maySeeGrades.ts';
import { presentScorecard } from '#scorecards/presentScorecard.ts';
import { listSessionCriteria } from './listCriteria.ts';

export const getScorecardsRoute = routes.live.getScorecards
  .use(asStaff)
  .handler(({ input: { sessionId }, context: { services, member } }) =>
    getScorecards(services, sessionId, member),
  );

async function getScorecards(
  { db, challenges }: Services,
  sessionId: string,
  member: Member,
): Promise<Scorecards> {
  const session = await findLiveSession(db, sessionId);
  if (session === undefined || !(await mayHost(db, sessionId, member)))
    return unwrap<never>(notFound);
  const criteria = await listSessionCriteria({ db, challenges }, session);
  const people = await listLiveParticipants(db, sessionId);
  const cards = new Map(
    (await listScorecards(db, { sessionId })).map((card) => [card.participantId, card]),
  );
  const interviewers = people.filter(({ role }) => role === 'interviewer');
  const self = interviewers.find(
    ({ memberId, removedAt }) => memberId === member.id && removedAt === null,
  );
  const own = self && presentScorecard(cards.get(self.id), criteria);
  const maySee = maySeeGrades({
    grades: self !== undefined,
    submitted: own?.state === 'submitted',
  });
  return {
    criteria,
    ...(own && { own }),
    others: interviewers.flatMap(({ id, name, removedAt }) => {
      const card = cards.get(id);
      const submitted = card !== undefined && card.submittedAt !== null;
      // Of somebody who was taken out, what they had submitted is still there.
      if (id === self?.id || (removedAt !== null && !submitted)) return [];
      return {
        participantId: id,
        name,
        submitted,
        ...(submitted && maySee && { scorecard: presentScorecard(card, criteria) }),
      };
    }),
  };
}
