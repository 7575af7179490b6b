import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { ConsoleLine, TestFailure, TestStatus } from '#verdict/testResult.ts';
import { Diagnostic } from '#verdict/verdict.ts';

export const SubmissionState = z.enum(['queued', 'running', 'judged', 'cancelled']);
export type SubmissionState = z.infer<typeof SubmissionState>;

/** A test as its candidate may see it: a hidden one has a number, a title if its author lets it be shown, and no detail. */
export const CandidateTest = z.discriminatedUnion('suite', [
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
    /** Its place in the order in which the tests ran, from 1. */
    number: z.int(),
    /** Its full name, where the challenge's `showable` lists it. */
    title: z.string().optional(),
    status: TestStatus,
  }),
]);
export type CandidateTest = z.infer<typeof CandidateTest>;

/** A verdict as its candidate may see it. */
export const CandidateVerdict = z.object({
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
  /** The outcome in one sentence. */
  summary: z.string(),
  hallmark: z.string(),
  passed: z.int(),
  total: z.int(),
  tests: z.array(CandidateTest),
  diagnostics: z.array(Diagnostic),
  /** What the program threw when it crashed while loading; its own words. */
  crash: z.string().optional(),
});
export type CandidateVerdict = z.infer<typeof CandidateVerdict>;

export const CandidateSubmission = z.object({
  id: z.uuid(),
  attemptId: z.uuid(),
  challenge: Slug,
  /** `public`: a run. `hidden`: a submission that counts. */
  suite: z.enum(['public', 'hidden']),
  /** Whether the candidate sent it or the clock did. */
  sentBy: z.enum(['candidate', 'deadline']),
  state: SubmissionState,
  createdAt: z.iso.datetime(),
  /** While it is queued: how many jobs the judge takes before it. */
  ahead: z.int().optional(),
  /** How long that will take at the pace of the last minute, s; absent where that is not known. */
  waitSeconds: z.int().optional(),
  verdict: CandidateVerdict.optional(),
});
export type CandidateSubmission = z.infer<typeof CandidateSubmission>;
