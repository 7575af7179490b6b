import { Limits, TestStatus, Verdict } from '@assay/contracts/verdict';
import { z } from 'zod';

const Category = z.enum(['cpu', 'memory', 'output', 'forging', 'stealing', 'escape', 'intake']);

export const TargetName = z.enum(['http', 'module', 'postgres', 'python', 'ruby']);
export type TargetName = z.infer<typeof TargetName>;

/** A text in pieces, each written `times` times: for files that nobody wants to keep in full. */
const Pieces = z
  .array(z.strictObject({ text: z.string(), times: z.int().min(1).default(1) }))
  .transform((pieces) => pieces.map(({ text, times }) => text.repeat(times)).join(''));

const about = {
  category: Category,
  /** What of the list of attacks it stands for, or what it attacks in this design. */
  covers: z.string().min(1),
  /** Files beside those of `submission/`, which is `src/` of the workspace, and all of it for other languages. */
  files: z.record(z.string(), Pieces).default({}),
};

/** Judged against a target's hidden tests, as a submission would be. */
const Judged = z.strictObject({
  ...about,
  at: z.literal('judge'),
  target: TargetName,
  /** Any of these is right. */
  verdict: z.array(z.enum(Verdict.options.map((option) => option.shape.status.value))).min(1),
  /** How single tests must end, by their name. */
  tests: z.record(z.string(), TestStatus).default({}),
  /** A part of what the candidate must be told. */
  says: z.string().optional(),
  limits: Limits.partial().default({}),
  bounds: z
    .strictObject({
      /** Real time until the verdict, ms. */
      wallMs: z.int().default(20_000),
      /** What the runner may grow by, MB of resident memory: its limit, and what it gets between two looks. */
      runnerMb: z.int().default(700),
      /** What the worker may grow by meanwhile, MB of resident memory. */
      workerMb: z.int().default(150),
    })
    .prefault({}),
});

/** Refused before there is a submission. */
const Refused = z.strictObject({
  ...about,
  at: z.literal('intake'),
  /** `none`: the files are no problem. */
  problem: z.enum(['file_name', 'too_large', 'too_many', 'none']),
  /** That many empty files more. */
  emptyFiles: z.int().default(0),
});

/** Not about what is in a submission, so that a test of its own proves it. */
const Elsewhere = z.strictObject({
  ...about,
  at: z.literal('elsewhere'),
  provenBy: z.strictObject({ file: z.string(), test: z.string() }),
});

/** `expected.json` of a hostile program: what it attacks, and what must come of it. */
export const Expectation = z.discriminatedUnion('at', [Judged, Refused, Elsewhere]);
export type Expectation = z.infer<typeof Expectation>;
export type JudgedExpectation = z.infer<typeof Judged>;

export type HostileProgram = {
  /** Its folder's name. */
  name: string;
  files: Record<string, string>;
  expected: Expectation;
};
