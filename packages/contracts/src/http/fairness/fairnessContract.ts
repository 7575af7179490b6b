import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Estimate, Figure } from './figure.ts';
import { GroupQuestionId } from './groupAnswers.ts';

/** How far independent people agree by one criterion. `n` counts works that two or more of them scored by it. */
export const MeasuredCriterion = z.object({
  /** A review of a challenge, an interview or a check by a kit, or a live session. */
  source: z.enum(['review', 'kit', 'session']),
  /** The challenge, the kit, or the assessment whose plan sessions have. */
  subject: z.string(),
  subjectTitle: z.string(),
  criterion: z.string(),
  criterionTitle: z.string(),
  /** ICC(1), from about 0, as by chance, to 1, always the same. */
  agreement: Figure,
  /** The share of works that all gave the same score. */
  same: Figure,
  /** The share of works whose scores lie at most one point apart. */
  near: Figure,
});
export type MeasuredCriterion = z.infer<typeof MeasuredCriterion>;

/** How the scores of one person lie to those of the others. */
export const MeasuredReviewer = z.object({
  reviewerId: z.string(),
  name: z.string(),
  /** Interviews are kits and live sessions; whoever judges both has a figure for each. */
  of: z.enum(['reviews', 'interviews']),
  /** Points above (below: negative) the median of the others on the same work; `n` counts works. */
  difference: Figure,
});
export type MeasuredReviewer = z.infer<typeof MeasuredReviewer>;

/** How alike people score. */
export const ReviewFigures = z.object({
  /** Those on which reviewers agree least first; those of which too little is known last. */
  criteria: z.array(MeasuredCriterion),
  /** By name. */
  reviewers: z.array(MeasuredReviewer),
});
export type ReviewFigures = z.infer<typeof ReviewFigures>;

/** One group of candidates, by what they said of themselves. */
export const MeasuredGroup = z.object({
  answer: z.string(),
  /** The share that was advanced, of those about whom it was decided. Of fewer than needed not even `n` is told: it is 0 then. */
  selected: Figure,
  /** Against the group with the highest share; absent for that one, and where there are too few. */
  comparison: z
    .object({
      /** This group's share by the highest one, with an interval. */
      ratio: Estimate,
      /** Whether the ratio is below four fifths. */
      isBelow: z.boolean(),
      /** Whether one decision more or less would take the ratio to the other side of four fifths. */
      isFragile: z.boolean(),
      /** Whether the groups are too small for the ratio alone to say anything. */
      isSmall: z.boolean(),
      /** How likely a difference as great is by chance: Fisher's exact test, two-sided. */
      chance: z.number(),
    })
    .optional(),
});
export type MeasuredGroup = z.infer<typeof MeasuredGroup>;

/** Who goes on, by what people said of themselves. */
export const GroupFigures = z.object({
  /** In steps of how many people counting goes on, so that nobody sees what one more of them changed. */
  step: z.int(),
  questions: z.array(z.object({ question: GroupQuestionId, groups: z.array(MeasuredGroup) })),
});
export type GroupFigures = z.infer<typeof GroupFigures>;

/** What use says of reviews and of groups. For admins alone: to know how others score sways one's own scores. */
export const fairnessContract = {
  getReviewFigures: oc
    .route({
      method: 'GET',
      path: '/fairness/reviews',
      summary:
        'How far reviewers agree by each criterion, and how the scores of each lie to the others’',
    })
    .output(ReviewFigures),
  getGroupFigures: oc
    .route({
      method: 'GET',
      path: '/fairness/groups',
      summary: 'Who goes on, by what candidates said of themselves, where enough of them did',
    })
    .output(GroupFigures),
};
