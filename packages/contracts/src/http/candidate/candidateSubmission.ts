import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { ConsoleLine, TestFailure, TestStatus } from '#verdict/testResult.ts';
import { Diagnostic } from '#verdict/verdict.ts';

export const SubmissionState = z.enum(['queued', 'running', 'judged', 'cancelled']);
export type SubmissionState = z.infer<typeof SubmissionState>;

export const CandidateTest = z
  .discriminatedUnion('suite', [
    z.object({
      suite: z.literal('public'),
      name: z.string(),
      status: TestStatus,
      virtualMs: z.number().optional(),
      cpuMs: z.number().optional(),
      queries: z.int().optional(),
      failure: TestFailure.optional(),
      console: z.array(ConsoleLine).optional(),
    }),
    z.object({
      suite: z.literal('hidden'),
      number: z.int().describe('Its place in the order in which the tests ran, from 1.'),
      title: z
        .string()
        .optional()
        .describe("Its full name, where the challenge's `showable` lists it."),
      status: TestStatus,
    }),
  ])
  .describe(
    'A test as its candidate may see it: a hidden one has a number, a title if its author lets it be shown, and no detail.',
  );
export type CandidateTest = z.infer<typeof CandidateTest>;

export const CandidateVerdict = z
  .object({
    status: z.enum([
      'passed',
      'failed',
      'compile_error',
      'crashed',
      'cpu_limit',
      'wall_limit',
      'memory_limit',
      'output_limit',
      'no_tests',
      'sandbox_error',
    ]),
    summary: z.string().describe('The outcome in one sentence.'),
    hallmark: z.string(),
    passed: z.int(),
    total: z.int(),
    tests: z.array(CandidateTest),
    diagnostics: z.array(Diagnostic),
    crash: z
      .string()
      .optional()
      .describe('What the program threw when it crashed while loading; its own words.'),
  })
  .describe('A verdict as its candidate may see it.');
export type CandidateVerdict = z.infer<typeof CandidateVerdict>;

export const CandidateSubmission = z.object({
  id: z.uuid(),
  attemptId: z.uuid(),
  challenge: Slug,
  suite: z
    .enum(['public', 'hidden'])
    .describe('`public`: a run. `hidden`: a submission that counts.'),
  sentBy: z
    .enum(['candidate', 'deadline'])
    .describe('Whether the candidate sent it or the clock did.'),
  state: SubmissionState,
  createdAt: z.iso.datetime(),
  ahead: z
    .int()
    .optional()
    .describe('While it is queued: how many jobs the judge takes before it.'),
  waitSeconds: z
    .int()
    .optional()
    .describe(
      'How long that will take at the pace of the last minute, s; absent where that is not known.',
    ),
  verdict: CandidateVerdict.optional(),
});
export type CandidateSubmission = z.infer<typeof CandidateSubmission>;
