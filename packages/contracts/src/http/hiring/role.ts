import { z } from 'zod';
import { Level } from '#challenge/manifest.ts';

/** A skill that a role asks for. */
export const RoleSkill = z.object({
  name: z.string().trim().min(1, 'Name the skill.').max(60),
  /** How much it matters beside the others, 1 to 5. */
  weight: z.int().min(1).max(5),
  need: z.enum(['must', 'nice']),
});
export type RoleSkill = z.infer<typeof RoleSkill>;

const words = z.string().trim().max(6_000).default('');

/** The parts of a job description that people write, Markdown; empty ones are left out of it. */
export const RoleSections = z.object({
  intro: words,
  overview: words,
  project: words,
  culture: words,
  qualifications: words,
});
export type RoleSections = z.infer<typeof RoleSections>;

/** Everything that somebody decides about a role. */
export const RoleDraft = z.object({
  title: z.string().trim().min(1, 'A role needs a title.').max(120),
  organisation: z.string().trim().min(1, 'Say who hires.').max(120),
  level: Level,
  skills: z
    .array(RoleSkill)
    .min(1, 'A role needs a skill.')
    .max(30)
    .refine(
      (skills) => new Set(skills.map(({ name }) => name.toLowerCase())).size === skills.length,
      'A skill is there twice.',
    ),
  sections: RoleSections,
  /** The whole job description as somebody rewrote it; absent while it follows from the rest. */
  description: z.string().trim().min(1).max(40_000).optional(),
});
export type RoleDraft = z.infer<typeof RoleDraft>;
