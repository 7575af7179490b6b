import { isDeepStrictEqual } from 'node:util';
import type { Scorecard, ScorecardDraft, ScoredCriterion } from '@assay/contracts/http';
import {
  type CardPlace,
  type Database,
  keepScorecard,
  listScorecards,
  lockScorecard,
} from '@assay/db';
import { type Refusal, refusal } from '#http/refusal.ts';
import { presentScorecard } from './presentScorecard.ts';

export type Written = { ok: true; scorecard: Scorecard; id: string; submitted: boolean };

/**
 * Keeps somebody's own scorecard, and with `submit` closes it, whatever it is of. The caller has asked whether they
 * may, and leaves the trace.
 */
export async function writeCard(
  tx: Database,
  place: CardPlace,
  {
    draft,
    criteria,
    submit,
    at,
  }: { draft: ScorecardDraft; criteria: ScoredCriterion[]; submit: boolean; at: Date },
): Promise<Written | Refusal> {
  const { id, submittedAt } = await lockScorecard(tx, place, at);
  const present = async () => {
    const cards = await listScorecards(tx, place);
    return presentScorecard(
      cards.find((card) => card.id === id),
      criteria,
    );
  };
  if (submittedAt !== null) {
    const kept = await present();
    // The answer to a submission may have been lost on its way.
    return submit && saysTheSame(kept, draft)
      ? { ok: true, id, scorecard: kept, submitted: false }
      : alreadySubmitted;
  }
  const scored = submit ? withoutOthers(draft, criteria) : draft;
  if (submit && !isComplete(scored, criteria)) return scoresMissing;
  await keepScorecard(tx, id, scored, { at, ...(submit && { submitted: { criteria } }) });
  return { ok: true, id, scorecard: await present(), submitted: submit };
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
