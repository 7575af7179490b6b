import { z } from 'zod';

export const ChallengeProblem = z
  .object({
    file: z
      .string()
      .describe('The file or folder that the problem is in, as the author can open it.'),
    line: z.int().describe('From 1; 1 also when the problem is the whole file.'),
    message: z.string().describe('What is wrong and what to do.'),
  })
  .describe('Something in a challenge that its author has to change.');
export type ChallengeProblem = z.infer<typeof ChallengeProblem>;
