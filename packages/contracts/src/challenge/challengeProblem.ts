import { z } from 'zod';

/** Something in a challenge that its author has to change. */
export const ChallengeProblem = z.object({
  /** The file or folder that the problem is in, as the author can open it. */
  file: z.string(),
  /** From 1; 1 also when the problem is the whole file. */
  line: z.int(),
  /** What is wrong and what to do. */
  message: z.string(),
});
export type ChallengeProblem = z.infer<typeof ChallengeProblem>;
