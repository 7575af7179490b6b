import { z } from 'zod';

/**
 * What one run may use. Every limit is enforced outside the candidate's reach;
 * the threat that it counters is named beside it.
 */
export const Limits = z.strictObject({
  /** CPU of the candidate's code in one test, ms. Counters busy loops; a reference stays under a fifth of it. */
  testCpuMs: z.int().min(50).max(30_000).default(1_000),
  /** CPU of the candidate's code in the whole run, ms. Counters a loop in every test. */
  runCpuMs: z.int().min(50).max(120_000).default(3_000),
  /** Virtual time of one test, ms. Counters promises that never settle and timers that re-arm for ever. */
  testVirtualMs: z.int().min(1).default(3_600_000),
  /** Turns of the event loop in one test. Counters storms of timers and microtasks that use no virtual time. */
  testTurns: z.int().min(100).default(200_000),
  /** Real time of the whole run, ms, kept by the parent process. Counters all that outlives the limits above. */
  wallMs: z.int().min(500).max(300_000).default(15_000),
  /** Heap of the candidate's isolate, MB. Counters growing collections. */
  heapMb: z.int().min(16).max(512).default(64),
  /** What the runner process may grow by in a run, MB of resident memory, kept by the parent. Counters memory outside the heap. */
  processMb: z.int().min(64).max(2_048).default(384),
  /** Console output of the run, UTF-16 code units. Counters floods. */
  outputLength: z.int().min(1_000).max(1_000_000).default(64_000),
  /** One message between tests and solution (request, response, argument), UTF-16 code units. */
  messageLength: z.int().min(1_000).max(16_000_000).default(1_000_000),
  /** SQL statements of the run. Counters a loop of queries. */
  queries: z.int().min(0).max(100_000).default(5_000),
});
export type Limits = z.infer<typeof Limits>;

export const defaultLimits: Limits = Limits.parse({});
