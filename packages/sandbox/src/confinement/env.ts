import { z } from 'zod';

export const variables = {
  PATH: z.string().default('').describe('where programs are looked for, bubblewrap among them'),
  ASSAY_BWRAP: z
    .string()
    .min(1)
    .optional()
    .describe("bubblewrap's program, where `bwrap` is not on the PATH"),
};
const Environment = z.object(variables);
export type Environment = z.infer<typeof Environment>;

/** Where programs are, as the environment says. */
export function readEnvironment(env = process.env): Environment {
  return Environment.parse(env);
}
