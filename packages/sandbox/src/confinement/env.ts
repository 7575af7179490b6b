import { z } from 'zod';

const Environment = z.object({
  PATH: z.string().default(''),
  /** Bubblewrap's program, where it is not on the PATH. */
  ASSAY_BWRAP: z.string().min(1).optional(),
});
export type Environment = z.infer<typeof Environment>;

/** Where programs are, as the environment says. */
export function readEnvironment(env = process.env): Environment {
  return Environment.parse(env);
}
