import { z } from 'zod';

/** Everything that is tried before a challenge may be used, in this order. */
export const VerifyCheck = z.enum([
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
]);
export type VerifyCheck = z.infer<typeof VerifyCheck>;

/** One thing that was tried. */
export const VerifyRow = z.object({
  check: VerifyCheck,
  ok: z.boolean(),
  /** What holds, or what does not. */
  message: z.string(),
  /** What the author has to change; only when `ok` is false. Files are named from the challenge's folder. */
  advice: z.string().optional(),
});
export type VerifyRow = z.infer<typeof VerifyRow>;

/** What is being tried now; with counts where it is one of many. */
export const VerifyStep = z.object({
  check: VerifyCheck,
  done: z.int().optional(),
  total: z.int().optional(),
});
export type VerifyStep = z.infer<typeof VerifyStep>;

/** What a verification has come to so far. Each report repeats the earlier ones. */
export const VerifyProgress = z.object({
  verificationId: z.string(),
  rows: z.array(VerifyRow),
  step: VerifyStep.optional(),
});
export type VerifyProgress = z.infer<typeof VerifyProgress>;

/** How many of the small changes to the reference the hidden tests notice. */
export const MutationScore = z.object({
  /** Percent of the mutants that count. */
  score: z.number(),
  /** What the manifest asks for, percent. */
  required: z.number(),
  killed: z.int(),
  total: z.int(),
  /** Those that no test notices, the first hundred. */
  survivors: z.array(
    z.object({
      /** Path from `solution/`. */
      file: z.string(),
      line: z.int(),
      /** What was changed into what. */
      change: z.string(),
      /** Whether a hidden test reaches it at all. */
      covered: z.boolean(),
    }),
  ),
});
export type MutationScore = z.infer<typeof MutationScore>;

/** What the publishing gate says of one version of a challenge. */
export const VerifyReport = z.object({
  slug: z.string(),
  title: z.string(),
  /** The version that was verified. */
  hash: z.string(),
  ok: z.boolean(),
  rows: z.array(VerifyRow),
  /** Absent when it did not come to that. */
  mutation: MutationScore.optional(),
});
export type VerifyReport = z.infer<typeof VerifyReport>;
