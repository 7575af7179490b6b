import { z } from 'zod';

const Env = z.object({
  /** Where the person was when npm started us; npm itself moves to the root of the repository. */
  INIT_CWD: z.string().optional(),
  npm_lifecycle_event: z.string().optional(),
});

const env = Env.parse(process.env);

/** The folder that paths on the command line start from. */
export const workingDir =
  env.npm_lifecycle_event === 'assay' && env.INIT_CWD !== undefined ? env.INIT_CWD : process.cwd();
