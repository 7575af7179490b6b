import { z } from 'zod';
import { Level } from '#challenge/manifest.ts';

export const RoleSkill = z
  .object({
    name: z.string().trim().min(1, 'Name the skill.').max(60),
    weight: z.int().min(1).max(5).describe('How much it matters beside the others, 1 to 5.'),
    need: z.enum(['must', 'nice']),
  })
  .describe('A skill that a role asks for.');
export type RoleSkill = z.infer<typeof RoleSkill>;

const words = z.string().trim().max(6_000).default('');

export const RoleSections = z
  .object({
    intro: words,
    overview: words,
    project: words,
    culture: words,
    qualifications: words,
  })
  .describe(
    'The parts of a job description that people write, Markdown; empty ones are left out of it.',
  );
export type RoleSections = z.infer<typeof RoleSections>;

export const RoleDraft = z
  .object({
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
    description: z
      .string()
      .trim()
      .min(1)
      .max(40_000)
      .optional()
      .describe(
        'The whole job description as somebody rewrote it; absent while it follows from the rest.',
      ),
  })
  .describe('Everything that somebody decides about a role.');
export type RoleDraft = z.infer<typeof RoleDraft>;
