/** Everything that is tried before a challenge may be used. */
export const verifyChecks = [
  'reference',
  'names',
  /** Another right solution; there is such a row only when the challenge has one. */
  'alternative',
  'starter',
  'wrong',
  'repeatable',
  'headroom',
  'mutation',
  /** The judge itself; there is such a row only when it failed. */
  'judge',
] as const;
export type VerifyCheck = (typeof verifyChecks)[number];

/** One thing that was tried. */
export type VerifyRow = {
  check: VerifyCheck;
  ok: boolean;
  /** What holds, or what does not. */
  message: string;
  /** What the author has to change; only when `ok` is false. */
  advice?: string;
};

export type VerifyReport = {
  slug: string;
  title: string;
  /** The version that was verified. */
  hash: string;
  ok: boolean;
  rows: VerifyRow[];
};
