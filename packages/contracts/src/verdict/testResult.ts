import { z } from 'zod';

/** Which tests a run uses: the ones the candidate sees, the ones that score, or both. */
export const Suite = z.enum(['public', 'hidden', 'all']);
export type Suite = z.infer<typeof Suite>;

export const ConsoleLine = z.object({
  level: z.enum(['debug', 'log', 'info', 'warn', 'error']),
  text: z.string(),
});
export type ConsoleLine = z.infer<typeof ConsoleLine>;

/** A place in the author's own source, after source maps. Line and column count from 1. */
export const SourceFrame = z.object({
  /** `solution` frames are the candidate's code, `tests` frames the challenge author's. */
  in: z.enum(['solution', 'tests']),
  file: z.string(),
  line: z.int(),
  column: z.int(),
  function: z.string().optional(),
});
export type SourceFrame = z.infer<typeof SourceFrame>;

export const TestFailure = z.object({
  message: z.string(),
  /** Pretty-printed values of a failed matcher, where it has them. */
  expected: z.string().optional(),
  received: z.string().optional(),
  frames: z.array(SourceFrame),
});
export type TestFailure = z.infer<typeof TestFailure>;

export const TestStatus = z.enum(['passed', 'failed', 'timed_out', 'skipped']);
export type TestStatus = z.infer<typeof TestStatus>;

export const TestResult = z.object({
  /** Titles of the describe blocks and of the test, joined by " > ". */
  name: z.string(),
  suite: z.enum(['public', 'hidden']),
  /** It stands in the workspace, not in the challenge. */
  own: z.literal(true).optional(),
  status: TestStatus,
  /** Virtual time that passed in the test, ms. */
  virtualMs: z.number(),
  /** CPU of the candidate's code in the test, ms; measured, so it differs from run to run. */
  cpuMs: z.number(),
  /** SQL statements that the candidate's code sent in the test. */
  queries: z.int(),
  failure: TestFailure.optional(),
  console: z.array(ConsoleLine),
});
export type TestResult = z.infer<typeof TestResult>;
