import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { InterviewPlan } from '#live/interviewPlan.ts';

/** What an interview or a check asks, what it is scored by, and what nobody may ask in it. */
export const Kit = z.strictObject({
  slug: Slug,
  title: z.string().min(1).max(60),
  /** What it finds out, one or two sentences. */
  purpose: z.string().min(1).max(400),
  /** What to leave out, and what to ask instead. */
  doNotAsk: z.array(z.string().min(1).max(300)).min(3),
  plan: InterviewPlan,
});
export type Kit = z.infer<typeof Kit>;
