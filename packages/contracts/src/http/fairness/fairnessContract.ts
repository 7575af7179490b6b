import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Estimate, Figure } from './figure.ts';
import { GroupQuestionId } from './groupAnswers.ts';

export const MeasuredCriterion = z
  .object({
    source: z
      .enum(['review', 'kit', 'session'])
      .describe('A review of a challenge, an interview or a check by a kit, or a live session.'),
    subject: z
      .string()
      .describe('The challenge, the kit, or the assessment whose plan sessions have.'),
    subjectTitle: z.string(),
    criterion: z.string(),
    criterionTitle: z.string(),
    /** ICC(1), from about 0, as by chance, to 1, always the same. */
    agreement: Figure,
    /** The share of works that all gave the same score. */
    same: Figure,
    /** The share of works whose scores lie at most one point apart. */
    near: Figure,
  })
  .describe(
    'How far independent people agree by one criterion. `n` counts works that two or more of them scored by it.',
  );
export type MeasuredCriterion = z.infer<typeof MeasuredCriterion>;

export const MeasuredReviewer = z
  .object({
    reviewerId: z.string(),
    name: z.string(),
    of: z
      .enum(['reviews', 'interviews'])
      .describe(
        'Interviews are kits and live sessions; whoever judges both has a figure for each.',
      ),
    /** Points above (below: negative) the median of the others on the same work; `n` counts works. */
    difference: Figure,
  })
  .describe('How the scores of one person lie to those of the others.');
export type MeasuredReviewer = z.infer<typeof MeasuredReviewer>;

export const ReviewFigures = z
  .object({
    criteria: z
      .array(MeasuredCriterion)
      .describe(
        'Those on which reviewers agree least first; those of which too little is known last.',
      ),
    reviewers: z.array(MeasuredReviewer).describe('By name.'),
  })
  .describe('How alike people score.');
export type ReviewFigures = z.infer<typeof ReviewFigures>;

export const MeasuredGroup = z
  .object({
    answer: z.string(),
    /** The share that was advanced, of those about whom it was decided. Of fewer than needed not even `n` is told: it is 0 then. */
    selected: Figure,
    comparison: z
      .object({
        /** This group's share by the highest one, with an interval. */
        ratio: Estimate,
        isBelow: z.boolean().describe('Whether the ratio is below four fifths.'),
        isFragile: z
          .boolean()
          .describe(
            'Whether one decision more or less would take the ratio to the other side of four fifths.',
          ),
        isSmall: z
          .boolean()
          .describe('Whether the groups are too small for the ratio alone to say anything.'),
        chance: z
          .number()
          .describe(
            "How likely a difference as great is by chance: Fisher's exact test, two-sided.",
          ),
      })
      .optional()
      .describe(
        'Against the group with the highest share; absent for that one, and where there are too few.',
      ),
  })
  .describe('One group of candidates, by what they said of themselves.');
export type MeasuredGroup = z.infer<typeof MeasuredGroup>;

export const GroupFigures = z
  .object({
    step: z
      .int()
      .describe(
        'In steps of how many people counting goes on, so that nobody sees what one more of them changed.',
      ),
    questions: z.array(z.object({ question: GroupQuestionId, groups: z.array(MeasuredGroup) })),
  })
  .describe('Who goes on, by what people said of themselves.');
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
