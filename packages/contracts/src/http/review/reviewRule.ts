import { z } from 'zod';

export const ReviewRule = z
  .object({
    reviewers: z
      .int()
      .min(1)
      .max(4)
      .describe("How many people review an attempt, each without seeing the others' scores."),
    furtherAt: z
      .int()
      .min(1)
      .max(4)
      .describe(
        'Points between the highest and the lowest score of one criterion from which one further reviewer is called.',
      ),
  })
  .describe('Who reviews the attempts of an assessment, as its template says.');
export type ReviewRule = z.infer<typeof ReviewRule>;

/** Unless an assessment says otherwise. */
export const defaultReviewRule: ReviewRule = { reviewers: 1, furtherAt: 2 };
