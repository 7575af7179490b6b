import type { CandidatePage, Member, WeighedRole } from '@assay/contracts/http';
import {
  type Database,
  findCandidate,
  findInReviewQueue,
  findRole,
  nameMembers,
  listScorecards,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { listCriteria } from '#live/scorecards/listCriteria.ts';
import { loadChallenges } from '#attempts/loadChallenges.ts';
import { loadJudgements } from '#reviews/gradeAttempt.ts';
import { presentAttemptRows } from '#reviews/presentAttemptRows.ts';
import { viewOf } from '#reviews/reviewSight.ts';
import { presentScorecard } from '#scorecards/presentScorecard.ts';
import { attemptEvidence } from '#skills/attemptEvidence.ts';
import { kitEvidence, sessionEvidence } from '#skills/cardEvidence.ts';
import { weighSkills } from '#skills/weighSkills.ts';
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
  services: Services,
  candidateId: string,
  viewer: Member,
): Promise<CandidatePage> {
  const { db, now } = services;
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
  const judgementsOf = await loadJudgements(db, found.attemptIds);
  const works = await Promise.all(
    found.attemptIds.map(async (id) =>
      attemptEvidence(id, await loadChallenges(services, id), judgementsOf(id)),
    ),
  );
  const sessions = await Promise.all(
    found.sessions.map((session) => presentSession(services, session, viewer)),
  );
  const parts = await presentKits(db, candidateId, viewer);
  const roles = await listRolesOf(
    db,
    queued.map((one) => one?.assessment.roleId),
  );
  const evidence = [...works, ...[...sessions, ...parts].map((part) => part.evidence)].flat();
  const total = sumUp(
    [
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
    ],
    () => roles.map((role) => weighSkills(role, evidence)),
  );
  return {
    id: found.id,
    name: found.name,
    email: found.email,
    attempts,
    sessions: sessions.map(({ evidence: _evidence, ...session }) => session),
    kits: parts.map(({ submitted: _submitted, evidence: _evidence, ...part }) => part),
    roles: roles.map(({ title }) => title),
    ...(total && { total }),
  };
}

/** The roles that attempts are for, each once. */
async function listRolesOf(db: Database, ids: (string | null | undefined)[]) {
  const known = new Set(ids.filter((id) => typeof id === 'string'));
  const roles = await Promise.all([...known].map((id) => findRole(db, id)));
  return roles.filter((role) => role !== undefined);
}

/** A live session that goes on from an attempt. */
async function presentSession(
  services: Services,
  { id, title }: { id: string; title: string },
  viewer: Member,
) {
  const { db } = services;
  const cards = await listScorecards(db, { sessionId: id });
  const submitted = cards.filter(({ submittedAt }) => submittedAt !== null);
  const sees = await seesSession(db, { sessionId: id, cards }, viewer);
  return {
    id,
    title,
    submitted: submitted.length,
    ...(sees && { result: valueCards(cards) }),
    evidence: await sessionEvidence(services, { id, title }, cards),
  };
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
      evidence: kitEvidence(kit, ofKit),
    };
  });
}

/** What all parts that somebody has judged come to; nothing as long as one of them is hidden. */
function sumUp(
  parts: { submitted: number; value: number | undefined; isHidden: boolean }[],
  weigh: () => WeighedRole[],
): CandidatePage['total'] {
  const judged = parts.filter(({ submitted }) => submitted > 0);
  if (judged.some(({ isHidden }) => isHidden)) return undefined;
  const values = judged.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (values.length === 0) return undefined;
  const sum = values.reduce((before, value) => before + value, 0);
  return { value: sum / values.length, parts: values.length, weighed: weigh() };
}
