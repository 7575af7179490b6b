import { z } from 'zod';

export const Suite = z
  .enum(['public', 'hidden', 'all'])
  .describe('Which tests a run uses: the ones the candidate sees, the ones that score, or both.');
export type Suite = z.infer<typeof Suite>;

export const ConsoleLine = z.object({
  level: z.enum(['debug', 'log', 'info', 'warn', 'error']),
  text: z.string(),
});
export type ConsoleLine = z.infer<typeof ConsoleLine>;

export const SourceFrame = z
  .object({
    in: z
      .enum(['solution', 'tests'])
      .describe(
        "`solution` frames are the candidate's code, `tests` frames the challenge author's.",
      ),
    file: z.string(),
    line: z.int(),
    column: z.int(),
    function: z.string().optional(),
  })
  .describe("A place in the author's own source, after source maps. Line and column count from 1.");
export type SourceFrame = z.infer<typeof SourceFrame>;

export const TestFailure = z.object({
  message: z.string(),
  expected: z
    .string()
    .optional()
    .describe('Pretty-printed values of a failed matcher, where it has them.'),
  received: z.string().optional(),
  frames: z.array(SourceFrame),
});
export type TestFailure = z.infer<typeof TestFailure>;

export const TestStatus = z.enum(['passed', 'failed', 'timed_out', 'skipped']);
export type TestStatus = z.infer<typeof TestStatus>;

export const TestResult = z.object({
  name: z.string().describe('Titles of the describe blocks and of the test, joined by " > ".'),
  suite: z.enum(['public', 'hidden']),
  own: z.literal(true).optional().describe('It stands in the workspace, not in the challenge.'),
  status: TestStatus,
  virtualMs: z.number().describe('Virtual time that passed in the test, ms.'),
  cpuMs: z
    .number()
    .describe(
      "CPU of the candidate's code in the test, ms; measured, so it differs from run to run.",
    ),
  queries: z.int().describe("SQL statements that the candidate's code sent in the test."),
  failure: TestFailure.optional(),
  console: z.array(ConsoleLine),
});
export type TestResult = z.infer<typeof TestResult>;
