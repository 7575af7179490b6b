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

/** An interview or a check, with the skills that its criteria count for. */
export const KitRow = Kit.pick({ slug: true, title: true }).extend({ skills: z.array(z.string()) });
export type KitRow = z.infer<typeof KitRow>;
