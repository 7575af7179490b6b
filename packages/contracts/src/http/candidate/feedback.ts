import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { Files } from '#workspace/files.ts';
import { CandidateTest } from './candidateSubmission.ts';

export const FeedbackPolicy = z
  .object({
    behaviours: z
      .boolean()
      .describe(
        'Which behaviours the work that counts has, once it is judged: showable hidden tests by title, others by number.',
      ),
    comments: z
      .boolean()
      .describe("Comments on the rubric's criteria, once somebody of staff has released them."),
    writeUp: z
      .boolean()
      .describe(
        "The author's explanation of the reference, and the reference, released with the comments.",
      ),
  })
  .describe('What candidates get back, as the template of an assessment says.');
export type FeedbackPolicy = z.infer<typeof FeedbackPolicy>;

/** Unless an assessment says otherwise. The reference stays back: others may still be asked the same. */
export const defaultFeedbackPolicy: FeedbackPolicy = {
  behaviours: true,
  comments: true,
  writeUp: false,
};

export const FeedbackComment = z
  .object({
    challenge: Slug,
    criterion: Slug,
    text: z.string().trim().min(1, 'A comment needs words.').max(4_000),
  })
  .describe('A comment on one criterion of a rubric, in words meant for the candidate.');
export type FeedbackComment = z.infer<typeof FeedbackComment>;

export const CandidateFeedback = z
  .object({
    policy: FeedbackPolicy,
    releasedAt: z.iso
      .datetime()
      .optional()
      .describe('When somebody of staff released comments; absent until then.'),
    message: z.string().describe('Some words for the whole; empty when there are none.'),
    challenges: z.array(
      z.object({
        slug: Slug,
        title: z.string(),
        behaviours: z
          .object({ summary: z.string(), tests: z.array(CandidateTest) })
          .optional()
          .describe(
            'Of the work that counts; absent while it is judged, where nothing was handed in, and where the policy says so.',
          ),
        comments: z.array(z.object({ criterion: Slug, title: z.string(), text: z.string() })),
        writeUp: z.object({ text: z.string(), files: Files }).optional(),
      }),
    ),
  })
  .describe('What a candidate gets back after the attempt.');
export type CandidateFeedback = z.infer<typeof CandidateFeedback>;
