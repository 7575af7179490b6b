import type { Recommendation } from '@assay/contracts/http';
import { chanceOf } from './chance.ts';
import type { Part, Reviewing } from './cast.ts';
import { noteFor } from './notes.ts';
import type { Setting } from './playPart.ts';
import type { Caller, Stage } from './Stage.ts';
import { kits } from '#candidates/kits.ts';
import { listCriteria } from '#live/scorecards/listCriteria.ts';

const dayMs = 24 * 60 * 60_000;
const hourMs = dayMs / 24;
/** Points by which criteria of one work differ for everybody, and by which two people differ on one. */
const unevenness = 0.45;
const severity = 0.22;

/** Lets reviewers write, one after the other, then whoever decides, and what the candidate reads of it. */
export async function playReviews(
  stage: Stage,
  { members }: Setting,
  part: Part,
  attemptId: string,
): Promise<void> {
  const { clock } = stage;
  const endedAt = clock.now().getTime();
  for (const [turn, reviewing] of part.reviews.entries()) {
    const chance = chanceOf(part.name + reviewing.by);
    clock.set(new Date(endedAt + reviewing.afterDays * dayMs + (turn + chance.next()) * hourMs));
    const { review } = stage.as(members[reviewing.by]);
    const scores = await scoresOf(review, part, { attemptId, reviewing, turn });
    if (reviewing.draft)
      await review.saveReview({ attemptId, scores: scores.slice(0, Math.ceil(scores.length / 2)) });
    else await review.submitReview({ attemptId, scores });
  }
  const admin = stage.as(members.admin).review;
  if (part.override !== undefined) {
    clock.passes(3 * hourMs);
    await admin.overrideScore({ attemptId, ...part.override });
  }
  await playDecision(
    stage,
    stage.as(members[part.decision?.by ?? 'admin']).review,
    part,
    attemptId,
  );
  if (part.feedback === undefined) return;
  clock.passes(5 * hourMs);
  const reviewer = members[part.reviews[0]?.by ?? 'admin'];
  await stage.as(reviewer).review.releaseFeedback({ attemptId, ...part.feedback });
}

async function scoresOf(
  review: Caller['review'],
  { name }: Part,
  { attemptId, reviewing, turn }: { attemptId: string; reviewing: Reviewing; turn: number },
) {
  const { challenges } = await review.getAttempt({ attemptId });
  const { by, level, apart } = reviewing;
  return challenges.flatMap(({ slug, rubric }) =>
    rubric.map(({ id }) => {
      const shared = chanceOf(name + slug + id).between(-unevenness, unevenness);
      const own = chanceOf(by + name + slug + id).between(-severity, severity);
      const score = Math.round(level + shared + own + (apart[id] ?? 0));
      const scored = Math.max(1, Math.min(5, score));
      return {
        challenge: slug,
        criterion: id,
        score: scored,
        note: noteFor(slug, id, scored, turn),
      };
    }),
  );
}

async function playDecision(
  { clock }: Stage,
  review: Caller['review'],
  { decision }: Part,
  attemptId: string,
): Promise<void> {
  if (decision === undefined) return;
  const { outcome, reason, before } = decision;
  clock.passes(dayMs / 2);
  let replaces: number | null = null;
  for (const one of [...(before ? [before] : []), { outcome, reason }]) {
    const { decisions } = await review.decide({ attemptId, ...one, replaces });
    replaces = decisions[0]?.id ?? null;
    clock.passes(2 * hourMs);
  }
}

/** Lets interviewers fill the scorecards of interviews and checks. */
export async function playKits(
  stage: Stage,
  { members }: Setting,
  { name, kits: asked }: Part,
  candidateId: string,
): Promise<void> {
  for (const [turn, { kit, by, level, draft, summary }] of asked.entries()) {
    const content = kits.get(kit);
    if (content === undefined) throw new Error(`There is no kit ${kit}.`);
    stage.clock.passes(dayMs / 3);
    const scores = listCriteria(content.plan).map(({ key }) => {
      const own = chanceOf(by + name + key).between(-unevenness, unevenness);
      const score = Math.max(1, Math.min(5, Math.round(level + own)));
      return {
        criterion: key,
        level: score,
        unobserved: false,
        note: noteFor(kit, key, score, turn),
      };
    });
    const card = {
      candidateId,
      kit,
      scores: draft ? scores.slice(0, 1) : scores,
      recommendation: draft ? null : recommendationOf(level),
      summary,
    };
    const { candidates } = stage.as(members[by]);
    await (draft ? candidates.saveKitScorecard(card) : candidates.submitKitScorecard(card));
  }
}

function recommendationOf(level: number): Recommendation {
  if (level >= 4.5) return 'strong_yes';
  if (level >= 3) return 'yes';
  return level >= 2 ? 'no' : 'strong_no';
}
