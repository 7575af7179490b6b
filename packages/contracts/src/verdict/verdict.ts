import { z } from 'zod';
import { Language } from '#challenge/language.ts';
import { Limits } from './limits.ts';
import { Suite, TestResult } from './testResult.ts';

export const During = z
  .discriminatedUnion('phase', [
    z.object({ phase: z.literal('load') }),
    z.object({ phase: z.literal('test'), name: z.string() }),
  ])
  .describe(
    "Where a run stood when a limit ended it: a test's name, or the loading of the solution.",
  );
export type During = z.infer<typeof During>;

export const Diagnostic = z.object({
  file: z.string(),
  line: z.int().describe('From 1; 0 when the problem belongs to no line.'),
  column: z.int().describe('From 1; 0 when the problem belongs to no column.'),
  message: z.string(),
  source: z.string().optional().describe('The source line that the problem is in.'),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

export const Usage = z
  .object({
    cpuMs: z.number(),
    wallMs: z.number(),
    peakProcessMb: z.number(),
  })
  .describe('What the run cost, measured; differs from run to run.');
export type Usage = z.infer<typeof Usage>;

export const SandboxProfile = z
  .enum(['process', 'namespaces'])
  .describe(
    'How runners are kept from the machine; `docs/security/profiles.md` says what each promises.',
  );
export type SandboxProfile = z.infer<typeof SandboxProfile>;

export const Provenance = z
  .object({
    challenge: z.object({ slug: z.string(), hash: z.string() }),
    codeHash: z.string(),
    suite: Suite,
    ownTests: z
      .literal(true)
      .optional()
      .describe('Whether the tests that stand in the workspace ran, too.'),
    seed: z.int(),
    runtimeHash: z.string(),
    language: Language.optional().describe('What the solution is written in; absent: TypeScript.'),
    engine: z.object({ node: z.string(), v8: z.string(), isolatedVm: z.string() }),
    limits: Limits,
    host: z.object({ profile: SandboxProfile, judgedAt: z.string() }),
  })
  .describe(
    'All that determines a verdict, so that anybody can repeat it; `host` is for operators and determines nothing.',
  );
export type Provenance = z.infer<typeof Provenance>;

const base = {
  version: z.literal(1),
  hallmark: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe(
      'Short stamp of all that determines the verdict; the same hallmark means the same result.',
    ),
  tests: z
    .array(TestResult)
    .describe(
      'Results so far, in the order of the test files; complete unless the status says otherwise.',
    ),
  usage: Usage,
  provenance: Provenance,
};

export const Verdict = z
  .discriminatedUnion('status', [
    z.object({ ...base, status: z.literal('passed') }),
    z.object({ ...base, status: z.literal('failed') }),
    z.object({
      ...base,
      status: z.literal('compile_error'),
      diagnostics: z.array(Diagnostic).min(1),
    }),
    z.object({ ...base, status: z.literal('crashed'), during: During, message: z.string() }),
    z.object({
      ...base,
      status: z.literal('cpu_limit'),
      during: During,
      limit: z.enum(['testCpuMs', 'runCpuMs']).describe('Which of the two CPU limits ended it.'),
      limitMs: z.int(),
    }),
    z.object({ ...base, status: z.literal('wall_limit'), during: During, limitMs: z.int() }),
    z.object({ ...base, status: z.literal('memory_limit'), during: During, limitMb: z.int() }),
    z.object({ ...base, status: z.literal('output_limit'), during: During, limitLength: z.int() }),
    z.object({ ...base, status: z.literal('no_tests') }),
    z.object({
      ...base,
      status: z.literal('sandbox_error'),
      errorId: z.string(),
      message: z.string(),
    }),
  ])
  .describe(
    'The outcome of one run. `sandbox_error` is our fault and is never counted against the candidate.',
  );
export type Verdict = z.infer<typeof Verdict>;
export type VerdictStatus = Verdict['status'];
