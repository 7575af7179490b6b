import { ConsoleLine, Diagnostic, TestStatus } from '@assay/contracts/verdict';
import { z } from 'zod';
import { maxConsoleLines } from './maxConsoleLines.ts';

/**
 * What a runner says to its parent: one JSON document a line. The parent believes none of it before it
 * has passed these schemas, for a runner may have been taken over by the code that it runs.
 */
const text = z.string().max(20_000);
const name = z.string().max(2_000);

export const RunnerTest = z.strictObject({
  name,
  /** `own`: of the workspace, not of the challenge. */
  suite: z.enum(['public', 'hidden', 'own']),
  status: TestStatus,
  virtualMs: z.number(),
  cpuMs: z.number(),
  queries: z.int(),
  failure: z
    .strictObject({
      message: text,
      expected: text.optional(),
      received: text.optional(),
      stack: text,
    })
    .optional(),
  console: z.array(ConsoleLine).max(maxConsoleLines),
  /** What a program of ours attached to its test. */
  attachment: z.string().max(1_000_000).optional(),
});
export type RunnerTest = z.infer<typeof RunnerTest>;

const during = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('load') }),
  z.strictObject({ phase: z.literal('test'), name }),
]);

/** The first thing that kept the run from being an ordinary one. */
export const RunnerStop = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cpu_limit'),
    during,
    limit: z.enum(['testCpuMs', 'runCpuMs']),
  }),
  z.strictObject({ kind: z.literal('memory_limit'), during }),
  z.strictObject({ kind: z.literal('output_limit'), during }),
  z.strictObject({ kind: z.literal('crashed'), during, message: text, stack: text }),
  /** The program does not compile, as its language found when it loaded it. */
  z.strictObject({ kind: z.literal('refused'), diagnostic: Diagnostic }),
  /** The machine gave the runner too little CPU to judge by. */
  z.strictObject({ kind: z.literal('starved') }),
  /** The challenge's own tests or seed failed. */
  z.strictObject({ kind: z.literal('tests_broken'), message: text }),
]);
export type RunnerStop = z.infer<typeof RunnerStop>;

const hits = z.record(z.string(), z.int());

export const RunnerFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('started'), during }),
  z.strictObject({ type: z.literal('test'), test: RunnerTest }),
  /** Which tests reach which mutants, and how often; those reached while the solution loads are static. */
  z.strictObject({
    type: z.literal('coverage'),
    /** Why nothing can be said: the solution does not pass. */
    problem: text.optional(),
    static: hits,
    /** Of every test that passes. */
    perTest: z.record(name, hits),
    /** Real time of each test, ms: only to decide which to run first. */
    testMs: z.record(name, z.number()),
    /** CPU of the costliest test, ms. */
    maxTestCpuMs: z.number(),
  }),
  /** One mutant was tried, and this killed it, if anything did. */
  z.strictObject({ type: z.literal('mutant'), id: z.string(), killedBy: name.optional() }),
  /** Of the tests that it was asked about, those that do not pass by themselves. */
  z.strictObject({ type: z.literal('dependent'), tests: z.array(name) }),
  /** All that it was given is done. */
  z.strictObject({ type: z.literal('more') }),
  z.strictObject({ type: z.literal('result'), stop: RunnerStop.optional(), cpuMs: z.number() }),
]);
export type RunnerFrame = z.infer<typeof RunnerFrame>;
