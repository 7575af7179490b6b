import { z } from 'zod';
import { Suite, TestStatus } from '#verdict/testResult.ts';
import { Verdict } from '#verdict/verdict.ts';
import { Files } from '#workspace/files.ts';

export const JudgeJob = z.object({
  submissionId: z.string(),
  /** Names the version of the challenge; the worker fetches its content once and keeps it. */
  challengeHash: z.string(),
  suite: Suite,
  seed: z.int(),
  files: Files,
});
export type JudgeJob = z.infer<typeof JudgeJob>;

/** Results of a run so far. Each report repeats the earlier ones, so that losing one loses nothing. */
export const JudgeProgress = z.object({
  submissionId: z.string(),
  tests: z.array(
    z.object({ name: z.string(), suite: z.enum(['public', 'hidden']), status: TestStatus }),
  ),
});
export type JudgeProgress = z.infer<typeof JudgeProgress>;

export const VerdictJob = z.object({ submissionId: z.string(), verdict: Verdict });
export type VerdictJob = z.infer<typeof VerdictJob>;
