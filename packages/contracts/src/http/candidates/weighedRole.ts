import { z } from 'zod';
import { RoleSkill } from '#http/hiring/role.ts';

export const WeighedSkill = RoleSkill.extend({
  value: z
    .number()
    .optional()
    .describe('The mean of its parts, 1 to 5; absent where nothing of it is judged.'),
  parts: z
    .array(z.object({ title: z.string(), criteria: z.int(), value: z.number() }))
    .describe(
      'What it comes from: challenges, live sessions, interviews and checks, each with the mean of its criteria for the skill.',
    ),
  open: z.array(z.string()).describe('What would judge it, and is not judged yet.'),
}).describe('A skill of a role, with what was judged of it.');
export type WeighedSkill = z.infer<typeof WeighedSkill>;

export const WeighedRole = z
  .object({
    id: z.uuid(),
    title: z.string(),
    skills: z.array(WeighedSkill).describe('Must-haves first, then by weight.'),
    value: z
      .number()
      .optional()
      .describe(
        'The mean of all skills that have a value, each by its weight; absent where none has.',
      ),
    judgedWeight: z.int().describe('The weights of those skills, and of all.'),
    weight: z.int(),
    beside: z
      .array(z.string())
      .describe('Parts that are judged and count for no skill of this role.'),
  })
  .describe('What was judged of somebody, weighed as a role weighs skills.');
export type WeighedRole = z.infer<typeof WeighedRole>;
