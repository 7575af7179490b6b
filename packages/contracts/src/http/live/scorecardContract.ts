import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Criterion } from '#challenge/manifest.ts';
import { CriterionKey } from '#live/interviewNotes.ts';

export const ScoredCriterion = z
  .object({
    key: CriterionKey,
    group: z.string().describe('The challenge or the section that it belongs to.'),
    title: z.string(),
    anchors: Criterion.shape.anchors.optional(),
    signals: z.array(z.string()).default([]),
    skills: z
      .array(z.string())
      .default([])
      .describe('The skills that it counts for, where a role weighs them.'),
  })
  .describe(
    "What a live session is scored by: the rubric of its challenge, then those of the plan's sections. Where there is no challenge, a section without a rubric is one criterion, with its signals in the place of anchors.",
  );
export type ScoredCriterion = z.infer<typeof ScoredCriterion>;

export const LiveScore = z
  .object({
    criterion: CriterionKey,
    level: z.int().min(1).max(5).nullable(),
    unobserved: z
      .boolean()
      .describe('Not every interview gets to every criterion; a guess helps nobody.'),
    note: z.string().max(4_000),
  })
  .refine(({ level, unobserved }) => level === null || !unobserved, {
    message: 'What was not seen has no level.',
  })
  .describe(
    'What somebody says of one criterion: a level with what led to it, or that it could not be seen.',
  );
export type LiveScore = z.infer<typeof LiveScore>;

export const Recommendation = z.enum(['strong_yes', 'yes', 'no', 'strong_no']);
export type Recommendation = z.infer<typeof Recommendation>;

export const ScorecardDraft = z
  .object({
    scores: z
      .array(LiveScore)
      .max(500)
      .refine(
        (scores) => new Set(scores.map(({ criterion }) => criterion)).size === scores.length,
        {
          message: 'A criterion is there twice.',
        },
      ),
    recommendation: Recommendation.nullable(),
    summary: z.string().max(4_000).describe('What the recommendation rests on.'),
  })
  .describe('A scorecard while it is being written: anything may still be missing.');
export type ScorecardDraft = z.infer<typeof ScorecardDraft>;

export const Scorecard = ScorecardDraft.extend({
  state: z.enum(['draft', 'submitted']),
  submittedAt: z.iso.datetime().optional(),
  criteria: z
    .array(ScoredCriterion)
    .describe('By which it is scored. Those of a submitted card stay as they were.'),
});
export type Scorecard = z.infer<typeof Scorecard>;

export const Scorecards = z.object({
  criteria: z.array(ScoredCriterion).describe('By which the session is scored now.'),
  own: Scorecard.optional().describe('Absent for who is not an interviewer of the session.'),
  others: z
    .array(
      z.object({
        participantId: z.uuid(),
        name: z.string(),
        submitted: z.boolean(),
        scorecard: Scorecard.optional().describe(
          'Once it is submitted, and once the one who asks has submitted their own, if they score.',
        ),
      }),
    )
    .describe('The other interviewers.'),
});
export type Scorecards = z.infer<typeof Scorecards>;

const session = z.object({ sessionId: z.uuid() });
const submitted = {
  ALREADY_SUBMITTED: {
    status: 409,
    message: 'Your scorecard is submitted and can no longer change.',
  },
} as const;

/** What interviewers make of a session: each alone, then together. */
export const scorecardContract = {
  getScorecards: oc
    .route({
      method: 'GET',
      path: '/live/sessions/{sessionId}/scorecards',
      summary: 'My scorecard, and those of others once I have submitted mine',
    })
    .input(session)
    .output(Scorecards),
  saveScorecard: oc
    .route({
      method: 'PUT',
      path: '/live/sessions/{sessionId}/scorecard',
      summary: 'Keep my scorecard as a draft, which nobody else sees',
    })
    .input(session.extend(ScorecardDraft.shape))
    .output(Scorecard)
    .errors(submitted),
  submitScorecard: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/scorecard',
      summary: 'Submit my scorecard; the same once more changes nothing',
    })
    .input(session.extend(ScorecardDraft.shape))
    .output(Scorecard)
    .errors({
      ...submitted,
      NOT_OPEN: { status: 409, message: 'The session has not started.' },
      SCORES_MISSING: { status: 422 },
    }),
};
