import { isDeepStrictEqual } from 'node:util';
import type { Member, Scorecard, ScorecardDraft, ScoredCriterion } from '@assay/contracts/http';
import {
  type Database,
  findLiveMember,
  keepScorecard,
  listScorecards,
  lockLiveSession,
  lockScorecard,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { leaveTrace } from '#live/changeSession.ts';
import { notOpen } from '#live/workspaceRoutes.ts';
import { listSessionCriteria } from './listCriteria.ts';
import { presentScorecard } from './presentScorecard.ts';

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

type Written = { ok: true; scorecard: Scorecard; submitted: boolean };

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
    const criteria = await listSessionCriteria(challenges, session);
    if (submit && session.state === 'prepared') return notOpen;
    const card = await lockScorecard(tx, { sessionId, participantId: person.id }, at);
    const present = async () =>
      presentScorecard(await findScorecard(tx, sessionId, card.id), criteria);
    if (card.submittedAt !== null) {
      const kept = await present();
      // The answer to a submission may have been lost on its way.
      return submit && saysTheSame(kept, draft)
        ? { ok: true, scorecard: kept, submitted: false }
        : alreadySubmitted;
    }
    const scored = submit ? withoutOthers(draft, criteria) : draft;
    if (submit && !isComplete(scored, criteria)) return scoresMissing;
    await keepScorecard(tx, card.id, scored, { at, ...(submit && { submitted: { criteria } }) });
    if (submit)
      await leaveTrace(tx, {
        sessionId,
        actor: `staff:${member.id}`,
        at,
        trace: { action: 'live.scorecard_submitted', detail: { participantId: person.id } },
      });
    return { ok: true, scorecard: await present(), submitted: submit };
  });
  const { scorecard, submitted } = unwrap(result);
  if (submitted) live.tellInterviewers(sessionId);
  return scorecard;
}

async function findScorecard(tx: Database, sessionId: string, id: string) {
  return (await listScorecards(tx, sessionId)).find((card) => card.id === id);
}

/** Without scores of criteria that an edit of the plan took away. A draft keeps them: edits can be undone. */
function withoutOthers(draft: ScorecardDraft, criteria: ScoredCriterion[]): ScorecardDraft {
  const known = new Set(criteria.map(({ key }) => key));
  return { ...draft, scores: draft.scores.filter(({ criterion }) => known.has(criterion)) };
}

/** Whether every criterion has a level and a note, or could not be seen, and there is a recommendation. */
function isComplete(
  { scores, recommendation }: ScorecardDraft,
  criteria: ScoredCriterion[],
): boolean {
  const done = new Set(
    scores
      .filter(({ level, unobserved, note }) => unobserved || (level !== null && note.trim() !== ''))
      .map(({ criterion }) => criterion),
  );
  return recommendation !== null && criteria.every(({ key }) => done.has(key));
}

function saysTheSame(kept: Scorecard, draft: ScorecardDraft): boolean {
  const said = ({ scores, recommendation, summary }: ScorecardDraft) => ({
    scores: Object.fromEntries(scores.map((score) => [score.criterion, score])),
    recommendation,
    summary,
  });
  return isDeepStrictEqual(said(kept), said(withoutOthers(draft, kept.criteria)));
}

const scoresMissing = refusal(
  'SCORES_MISSING',
  422,
  'Every criterion needs a level and a note, or “not seen”; and the card needs a recommendation.',
);
const alreadySubmitted = refusal(
  'ALREADY_SUBMITTED',
  409,
  'Your scorecard is submitted and can no longer change.',
);
