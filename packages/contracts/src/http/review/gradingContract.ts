import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { ReviewRule } from './reviewRule.ts';

const moment = z.iso.datetime();
const Level = z.int().min(1).max(5);
const Reason = z.string().trim().min(1, 'Say why: others will read it.').max(4_000);

/** What a person makes of an attempt after its reviews. */
export const DecisionOutcome = z.enum(['advance', 'hold', 'decline']);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

/** A score that a person put in the place of the formula's; null where the formula counts again. */
export const Override = z.object({
  challenge: Slug,
  criterion: Slug,
  score: Level.nullable(),
  reason: z.string(),
  by: z.string(),
  at: moment,
});
export type Override = z.infer<typeof Override>;

export const Decision = z.object({
  id: z.int(),
  outcome: DecisionOutcome,
  reason: z.string(),
  by: z.string(),
  at: moment,
});
export type Decision = z.infer<typeof Decision>;

export const GradedCriterion = z.object({
  challenge: Slug,
  criterion: Slug,
  /** In the order of `reviewers`. */
  scores: z.array(z.object({ score: Level, note: z.string() })),
  /** Points between the highest and the lowest. */
  spread: z.int(),
  /** The median of the scores. */
  median: z.number(),
  /** The override that counts. */
  override: Override.optional(),
  /** What counts: the override, else the median. */
  value: z.number(),
});
export type GradedCriterion = z.infer<typeof GradedCriterion>;

/** All submitted reviews of an attempt side by side, and what they come to. */
export const Grading = z.object({
  rule: ReviewRule,
  /** Whether reviewers disagreed so much that a further one was called. */
  furtherCalled: z.boolean(),
  /** In the order in which they submitted. */
  reviewers: z.array(z.object({ name: z.string(), isMe: z.boolean(), submittedAt: moment })),
  criteria: z.array(GradedCriterion),
  /** The mean of each challenge's criteria. */
  challenges: z.array(z.object({ challenge: Slug, value: z.number() })),
  /** The mean of the challenges; absent before the first review. */
  value: z.number().optional(),
  /** All that were made, oldest first. */
  overrides: z.array(Override),
  /** All that were made, newest first: the first one counts. */
  decisions: z.array(Decision),
  /** Whether the one who asks may override scores and decide now. */
  mayDecide: z.boolean(),
});
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
        /** The decision that this one takes the place of, as one has read it; null for the first. */
        replaces: z.int().nullable(),
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
