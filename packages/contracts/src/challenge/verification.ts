import { z } from 'zod';

export const VerifyCheck = z
  .enum([
    'reference',
    'names',
    /** Another right solution; there is such a row only when the challenge has one. */
    'alternative',
    /** Reference and starter in another language; a row for each that the challenge allows. */
    'translation',
    'starter',
    'wrong',
    'repeatable',
    'headroom',
    'mutation',
    /** The judge itself; there is such a row only when it failed. */
    'judge',
  ])
  .describe('Everything that is tried before a challenge may be used, in this order.');
export type VerifyCheck = z.infer<typeof VerifyCheck>;

export const VerifyRow = z
  .object({
    check: VerifyCheck,
    ok: z.boolean(),
    message: z.string().describe('What holds, or what does not.'),
    advice: z
      .string()
      .optional()
      .describe(
        "What the author has to change; only when `ok` is false. Files are named from the challenge's folder.",
      ),
  })
  .describe('One thing that was tried.');
export type VerifyRow = z.infer<typeof VerifyRow>;

export const VerifyStep = z
  .object({
    check: VerifyCheck,
    done: z.int().optional(),
    total: z.int().optional(),
  })
  .describe('What is being tried now; with counts where it is one of many.');
export type VerifyStep = z.infer<typeof VerifyStep>;

export const VerifyProgress = z
  .object({
    verificationId: z.string(),
    rows: z.array(VerifyRow),
    step: VerifyStep.optional(),
  })
  .describe('What a verification has come to so far. Each report repeats the earlier ones.');
export type VerifyProgress = z.infer<typeof VerifyProgress>;

export const MutationScore = z
  .object({
    score: z.number().describe('Percent of the mutants that count.'),
    required: z.number().describe('What the manifest asks for, percent.'),
    killed: z.int(),
    total: z.int(),
    survivors: z
      .array(
        z.object({
          file: z.string().describe('Path from `solution/`.'),
          line: z.int(),
          change: z.string().describe('What was changed into what.'),
          covered: z.boolean().describe('Whether a hidden test reaches it at all.'),
        }),
      )
      .describe('Those that no test notices, the first hundred.'),
  })
  .describe('How many of the small changes to the reference the hidden tests notice.');
export type MutationScore = z.infer<typeof MutationScore>;

export const VerifyReport = z
  .object({
    slug: z.string(),
    title: z.string(),
    hash: z.string().describe('The version that was verified.'),
    ok: z.boolean(),
    rows: z.array(VerifyRow),
    mutation: MutationScore.optional().describe('Absent when it did not come to that.'),
  })
  .describe('What the publishing gate says of one version of a challenge.');
export type VerifyReport = z.infer<typeof VerifyReport>;
