import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { Files } from '#workspace/files.ts';
import { CandidateTest } from './candidateSubmission.ts';

/** What candidates get back, as the template of an assessment says. */
export const FeedbackPolicy = z.object({
  /** Which behaviours the work that counts has, once it is judged: showable hidden tests by title, others by number. */
  behaviours: z.boolean(),
  /** Comments on the rubric's criteria, once somebody of staff has released them. */
  comments: z.boolean(),
  /** The author's explanation of the reference, and the reference, released with the comments. */
  writeUp: z.boolean(),
});
export type FeedbackPolicy = z.infer<typeof FeedbackPolicy>;

/** Unless an assessment says otherwise. The reference stays back: others may still be asked the same. */
export const defaultFeedbackPolicy: FeedbackPolicy = {
  behaviours: true,
  comments: true,
  writeUp: false,
};

/** A comment on one criterion of a rubric, in words meant for the candidate. */
export const FeedbackComment = z.object({
  challenge: Slug,
  criterion: Slug,
  text: z.string().trim().min(1, 'A comment needs words.').max(4_000),
});
export type FeedbackComment = z.infer<typeof FeedbackComment>;

/** What a candidate gets back after the attempt. */
export const CandidateFeedback = z.object({
  policy: FeedbackPolicy,
  /** When somebody of staff released comments; absent until then. */
  releasedAt: z.iso.datetime().optional(),
  /** Some words for the whole; empty when there are none. */
  message: z.string(),
  challenges: z.array(
    z.object({
      slug: Slug,
      title: z.string(),
      /** Of the work that counts; absent while it is judged, where nothing was handed in, and where the policy says so. */
      behaviours: z.object({ summary: z.string(), tests: z.array(CandidateTest) }).optional(),
      comments: z.array(z.object({ criterion: Slug, title: z.string(), text: z.string() })),
      writeUp: z.object({ text: z.string(), files: Files }).optional(),
    }),
  ),
});
export type CandidateFeedback = z.infer<typeof CandidateFeedback>;
