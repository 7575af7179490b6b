import { z } from 'zod';
import { RoleSkill } from '#http/hiring/role.ts';

/** A skill of a role, with what was judged of it. */
export const WeighedSkill = RoleSkill.extend({
  /** The mean of its parts, 1 to 5; absent where nothing of it is judged. */
  value: z.number().optional(),
  /** What it comes from: challenges, live sessions, interviews and checks, each with the mean of its criteria for the skill. */
  parts: z.array(z.object({ title: z.string(), criteria: z.int(), value: z.number() })),
  /** What would judge it, and is not judged yet. */
  open: z.array(z.string()),
});
export type WeighedSkill = z.infer<typeof WeighedSkill>;

/** What was judged of somebody, weighed as a role weighs skills. */
export const WeighedRole = z.object({
  id: z.uuid(),
  title: z.string(),
  /** Must-haves first, then by weight. */
  skills: z.array(WeighedSkill),
  /** The mean of all skills that have a value, each by its weight; absent where none has. */
  value: z.number().optional(),
  /** The weights of those skills, and of all. */
  judgedWeight: z.int(),
  weight: z.int(),
  /** Parts that are judged and count for no skill of this role. */
  beside: z.array(z.string()),
});
export type WeighedRole = z.infer<typeof WeighedRole>;
