import { z } from 'zod';
import { ConsoleLine, SourceFrame } from '#verdict/testResult.ts';
import { Diagnostic } from '#verdict/verdict.ts';

/** Counters a list of requests that is a load test. */
export const maxExploreSteps = 20;
/** A request's body and a statement, UTF-16 code units. */
const maxExploreText = 100_000;
/** What is shown of a response's body, UTF-16 code units; the rest is cut off and said to be. */
export const maxAnswerLength = 100_000;
/** Rows of a statement that are shown; the others are counted. */
export const maxAnswerRows = 200;

const headerName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/, 'This is no header name.');
// oxlint-disable-next-line no-control-regex -- a header ends at a control character, which is why it is refused
const headerText = /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/;
const headerValue = z.string().max(8_000).regex(headerText);

export const ExploreRequest = z
  .object({
    kind: z.literal('http'),
    method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
    path: z
      .string()
      .max(4_000)
      .startsWith('/', 'A path starts with /.')
      .describe('Path and query.'),
    headers: z.array(z.object({ name: headerName, value: headerValue })).max(50),
    body: z.string().max(maxExploreText),
  })
  .describe("One request to the candidate's own solution.");
export type ExploreRequest = z.infer<typeof ExploreRequest>;

export const ExploreStatement = z
  .object({
    kind: z.literal('sql'),
    text: z.string().trim().min(1, 'A statement is needed.').max(maxExploreText),
  })
  .describe('One SQL text for the seeded database, where the challenge has one.');
export type ExploreStatement = z.infer<typeof ExploreStatement>;

export const ExploreStep = z.discriminatedUnion('kind', [ExploreRequest, ExploreStatement]);
export type ExploreStep = z.infer<typeof ExploreStep>;

const common = {
  console: z.array(ConsoleLine).describe('What the solution printed meanwhile.'),
  virtualMs: z.number().describe('Virtual time that passed, ms.'),
  cpuMs: z.number().describe('CPU of the solution, ms.'),
  queries: z.int().describe('SQL statements that the solution sent.'),
  problem: z
    .object({ message: z.string(), frames: z.array(SourceFrame) })
    .optional()
    .describe("Why there is no answer, in words, and where in the candidate's code."),
};

export const HttpAnswer = z.object({
  kind: z.literal('http'),
  response: z
    .object({
      status: z.int().describe('As HTTP has it.'),
      headers: z.record(z.string(), z.string()),
      text: z.string(),
      length: z.int().describe('Length of the whole body, UTF-16 code units.'),
    })
    .optional(),
  ...common,
});
export type HttpAnswer = z.infer<typeof HttpAnswer>;

export const SqlAnswer = z.object({
  kind: z.literal('sql'),
  result: z
    .object({
      columns: z.array(z.string()),
      rows: z
        .array(z.array(z.string().nullable()))
        .describe("Values as text; null for SQL's NULL."),
      count: z.int().describe('How many rows there were.'),
    })
    .optional(),
  ...common,
});
export type SqlAnswer = z.infer<typeof SqlAnswer>;

export const Exploration = z
  .discriminatedUnion('status', [
    z.object({
      status: z.literal('done'),
      answers: z.array(z.discriminatedUnion('kind', [HttpAnswer, SqlAnswer])),
    }),
    z.object({
      status: z.literal('stopped'),
      message: z.string(),
      answers: z.array(z.discriminatedUnion('kind', [HttpAnswer, SqlAnswer])),
    }),
    z.object({ status: z.literal('compile_error'), diagnostics: z.array(Diagnostic) }),
  ])
  .describe(
    'What came of steps that were carried out in order against a fresh solution and a freshly seeded database. `stopped`: it ended before the last of them, and `message` says why.',
  );
export type Exploration = z.infer<typeof Exploration>;
