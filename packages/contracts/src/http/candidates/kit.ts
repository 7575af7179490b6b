import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { InterviewPlan } from '#live/interviewPlan.ts';

export const Kit = z
  .strictObject({
    slug: Slug,
    title: z.string().min(1).max(60),
    purpose: z.string().min(1).max(400).describe('What it finds out, one or two sentences.'),
    doNotAsk: z
      .array(z.string().min(1).max(300))
      .min(3)
      .describe('What to leave out, and what to ask instead.'),
    plan: InterviewPlan,
  })
  .describe(
    'What an interview or a check asks, what it is scored by, and what nobody may ask in it.',
  );
export type Kit = z.infer<typeof Kit>;

export const KitRow = Kit.pick({ slug: true, title: true })
  .extend({ skills: z.array(z.string()) })
  .describe('An interview or a check, with the skills that its criteria count for.');
export type KitRow = z.infer<typeof KitRow>;
