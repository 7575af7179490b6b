import type { CandidatePage, Member } from '@assay/contracts/http';
import {
  type Database,
  findCandidate,
  findInReviewQueue,
  nameMembers,
  listScorecards,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { listCriteria } from '#live/scorecards/listCriteria.ts';
import { presentAttemptRows } from '#reviews/presentAttemptRows.ts';
import { viewOf } from '#reviews/reviewSight.ts';
import { presentScorecard } from '#scorecards/presentScorecard.ts';
import { cardSight } from './cardSight.ts';
import { kits } from './kits.ts';
import { seesSession } from './seesSession.ts';
import { valueCards } from './valueCards.ts';

export const getCandidateRoute = routes.candidates.getCandidate
  .use(asStaff)
  .handler(({ input: { candidateId }, context: { services, member } }) =>
    getCandidate(services, candidateId, member),
  );

async function getCandidate(
  { db, now }: Services,
  candidateId: string,
  viewer: Member,
): Promise<CandidatePage> {
  const found = (await findCandidate(db, candidateId)) ?? unwrap<never>(notFound);
  const queued = await Promise.all(
    found.attemptIds.map((id) => findInReviewQueue(db, id, viewOf(viewer, now()))),
  );
  const rows = await presentAttemptRows(
    db,
    queued.filter((one) => one !== undefined),
    viewer,
  );
  const attempts = rows.map(({ id, assessmentTitle, state, reviews, score, decision }) => ({
    id,
    assessmentTitle,
    state,
    submitted: reviews.submitted,
    wanted: reviews.wanted,
    ...(score !== undefined && { value: score }),
    ...(decision !== undefined && { decision }),
  }));
  const sessions = await Promise.all(
    found.sessions.map((session) => presentSession(db, session, viewer)),
  );
  const parts = await presentKits(db, candidateId, viewer);
  const total = sumUp([
    ...attempts.map(({ submitted, value }) => ({
      submitted,
      value,
      isHidden: value === undefined,
    })),
    ...[...sessions, ...parts].map(({ submitted, result }) => ({
      submitted,
      value: result?.value,
      isHidden: result === undefined,
    })),
  ]);
  return {
    id: found.id,
    name: found.name,
    email: found.email,
    attempts,
    sessions,
    kits: parts.map(({ submitted: _submitted, ...part }) => part),
    ...(total && { total }),
  };
}

/** A live session that goes on from an attempt. */
async function presentSession(
  db: Database,
  { id, title }: { id: string; title: string },
  viewer: Member,
) {
  const cards = await listScorecards(db, { sessionId: id });
  const submitted = cards.filter(({ submittedAt }) => submittedAt !== null);
  const sees = await seesSession(db, { sessionId: id, cards }, viewer);
  return { id, title, submitted: submitted.length, ...(sees && { result: valueCards(cards) }) };
}

async function presentKits(db: Database, candidateId: string, viewer: Member) {
  const cards = await listScorecards(db, { candidateId });
  const names = await nameMembers(db);
  return [...kits.values()].map((kit) => {
    const ofKit = cards.filter((card) => card.kit === kit.slug);
    const own = ofKit.find(({ authorId }) => authorId === viewer.id);
    const { sees, mayWrite } = cardSight(viewer, ofKit);
    const criteria = listCriteria(kit.plan);
    const submitted = ofKit.filter(({ submittedAt }) => submittedAt !== null);
    return {
      kit,
      own: presentScorecard(own, criteria),
      mayWrite,
      others: submitted.flatMap((card) =>
        card === own || card.submittedAt === null
          ? []
          : [
              {
                name: names.get(card.authorId ?? '') ?? 'A former member',
                submittedAt: card.submittedAt.toISOString(),
                ...(sees && { scorecard: presentScorecard(card, criteria) }),
              },
            ],
      ),
      submitted: submitted.length,
      ...(sees && { result: valueCards(ofKit) }),
    };
  });
}

/** The mean of all parts that somebody has judged; nothing as long as one of them is hidden. */
function sumUp(
  parts: { submitted: number; value: number | undefined; isHidden: boolean }[],
): CandidatePage['total'] {
  const judged = parts.filter(({ submitted }) => submitted > 0);
  if (judged.some(({ isHidden }) => isHidden)) return undefined;
  const values = judged.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (values.length === 0) return undefined;
  const sum = values.reduce((before, value) => before + value, 0);
  return { value: sum / values.length, parts: values.length };
}
