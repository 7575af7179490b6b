import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { ReviewRule } from './reviewRule.ts';

const moment = z.iso.datetime();
const Level = z.int().min(1).max(5);
const Reason = z.string().trim().min(1, 'Say why: others will read it.').max(4_000);

export const DecisionOutcome = z
  .enum(['advance', 'hold', 'decline'])
  .describe('What a person makes of an attempt after its reviews.');
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

export const Override = z
  .object({
    challenge: Slug,
    criterion: Slug,
    score: Level.nullable(),
    reason: z.string(),
    by: z.string(),
    at: moment,
  })
  .describe(
    "A score that a person put in the place of the formula's; null where the formula counts again.",
  );
export type Override = z.infer<typeof Override>;

export const Decision = z.object({
  id: z.int().describe('Counts decisions of all attempts.'),
  outcome: DecisionOutcome,
  reason: z.string(),
  by: z.string(),
  at: moment,
});
export type Decision = z.infer<typeof Decision>;

export const GradedCriterion = z.object({
  challenge: Slug,
  criterion: Slug,
  scores: z
    .array(z.object({ score: Level, note: z.string() }))
    .describe('In the order of `reviewers`.'),
  spread: z.int().describe('Points between the highest and the lowest.'),
  median: z.number().describe('The median of the scores.'),
  override: Override.optional().describe('The override that counts.'),
  value: z.number().describe('What counts: the override, else the median.'),
});
export type GradedCriterion = z.infer<typeof GradedCriterion>;

export const Grading = z
  .object({
    rule: ReviewRule,
    furtherCalled: z
      .boolean()
      .describe('Whether reviewers disagreed so much that a further one was called.'),
    reviewers: z
      .array(z.object({ name: z.string(), isMe: z.boolean(), submittedAt: moment }))
      .describe('In the order in which they submitted.'),
    criteria: z.array(GradedCriterion),
    challenges: z
      .array(z.object({ challenge: Slug, value: z.number() }))
      .describe("The mean of each challenge's criteria."),
    value: z
      .number()
      .optional()
      .describe('The mean of the challenges; absent before the first review.'),
    overrides: z.array(Override).describe('All that were made, oldest first.'),
    decisions: z
      .array(Decision)
      .describe('All that were made, newest first: the first one counts.'),
    mayDecide: z.boolean().describe('Whether the one who asks may override scores and decide now.'),
  })
  .describe('All submitted reviews of an attempt side by side, and what they come to.');
export type Grading = z.infer<typeof Grading>;

const attempt = z.object({ attemptId: z.uuid() });
const refusals = {
  ERASED: { status: 409 },
  REVIEWS_MISSING: {
    status: 409,
    message: 'Reviews are still wanted. This waits until all of them are submitted.',
  },
  OWN_REVIEW_FIRST: {
    status: 409,
    message: 'Submit your own review first, then you see the others and can decide.',
  },
} as const;

/** What becomes of submitted reviews. */
export const gradingContract = {
  overrideScore: oc
    .route({
      method: 'POST',
      path: '/review/attempts/{attemptId}/overrides',
      summary:
        'Put a score in the place of the formula’s, with a reason; null lets the formula count again',
    })
    .input(
      attempt.extend({
        challenge: Slug,
        criterion: Slug,
        score: Level.nullable(),
        reason: Reason,
      }),
    )
    .output(Grading)
    .errors(refusals),
  decide: oc
    .route({
      method: 'POST',
      path: '/review/attempts/{attemptId}/decisions',
      summary:
        'Decide, with a reason; a new decision takes the place of the one before, which is kept',
    })
    .input(
      attempt.extend({
        outcome: DecisionOutcome,
        reason: Reason,
        replaces: z
          .int()
          .nullable()
          .describe(
            'The decision that this one takes the place of, as one has read it; null for the first.',
          ),
      }),
    )
    .output(Grading)
    .errors({
      ...refusals,
      DECIDED_MEANWHILE: {
        status: 409,
        message: 'Somebody decided while you were writing. Read their decision first.',
      },
    }),
};
