import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { VerifyReport } from '#challenge/verification.ts';
import { Exploration, ExploreStep, maxExploreSteps } from '#http/candidate/exploration.ts';
import { Limits } from '#verdict/limits.ts';
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

/** Requests or statements of a candidate's own, to be tried on their code; never stored, and without a verdict. */
export const ExploreJob = z.object({
  explorationId: z.string(),
  challengeHash: z.string(),
  seed: z.int(),
  files: Files,
  steps: z.array(ExploreStep).min(1).max(maxExploreSteps),
});
export type ExploreJob = z.infer<typeof ExploreJob>;

/** What came of an exploration; whoever waits for it hears it as progress, and nobody keeps it. */
export const ExploreReport = z.object({ explorationId: z.string(), exploration: Exploration });
export type ExploreReport = z.infer<typeof ExploreReport>;

/**
 * A run of the practice challenge, or of a copy that a reviewer edits: judged like any other, never stored, and told
 * only to who waits for it.
 */
export const PracticeJob = z.object({
  practiceId: z.string(),
  challengeHash: z.string(),
  suite: z.enum(['public', 'hidden']),
  seed: z.int(),
  /** In the place of the challenge's own. */
  limits: Limits.optional(),
  files: Files,
});
export type PracticeJob = z.infer<typeof PracticeJob>;

/** What came of it. */
export const PracticeReport = z.object({ practiceId: z.string(), verdict: Verdict });
export type PracticeReport = z.infer<typeof PracticeReport>;

/** What people in a live session run: tests or requests. Its id is that of the run in the session. */
export const LiveRunJob = z.object({
  liveRunId: z.string(),
  /** Absent where the session has no challenge: then the workspace is run by itself. */
  challengeHash: z.string().optional(),
  seed: z.int(),
  files: Files,
  work: z.discriminatedUnion('kind', [
    /** Together with the tests that stand in the workspace, unless they are hidden ones. */
    z.object({ kind: z.literal('tests'), suite: z.enum(['public', 'hidden']) }),
    z.object({
      kind: z.literal('requests'),
      steps: z.array(ExploreStep).min(1).max(maxExploreSteps),
    }),
  ]),
});
export type LiveRunJob = z.infer<typeof LiveRunJob>;

const testsSoFar = z.array(
  z.object({
    name: z.string(),
    suite: z.enum(['public', 'hidden']),
    status: TestStatus,
    own: z.literal(true).optional(),
  }),
);

/** Results so far, as those of a submission. */
export const LiveRunProgress = z.object({ liveRunId: z.string(), tests: testsSoFar });
export type LiveRunProgress = z.infer<typeof LiveRunProgress>;

/** What came of it, to record. */
export const LiveRunResult = z.object({
  liveRunId: z.string(),
  result: z.union([z.object({ verdict: Verdict }), z.object({ exploration: Exploration })]),
});
export type LiveRunResult = z.infer<typeof LiveRunResult>;

/** Results of a run so far. Each report repeats the earlier ones, so that losing one loses nothing. */
export const JudgeProgress = z.object({
  submissionId: z.string(),
  tests: testsSoFar,
});
export type JudgeProgress = z.infer<typeof JudgeProgress>;

export const VerdictJob = z.object({ submissionId: z.string(), verdict: Verdict });
export type VerdictJob = z.infer<typeof VerdictJob>;

/** Judge something once more, to compare: by the limits that its verdict names, and without reports. */
export const RejudgeJob = z.object({
  kind: z.literal('rejudge'),
  rejudgeId: z.string(),
  challengeHash: z.string(),
  suite: Suite,
  seed: z.int(),
  limits: Limits,
  files: Files,
});
export type RejudgeJob = z.infer<typeof RejudgeJob>;

/** What that came to. It names no submission, so that it can never become the verdict of one. */
export const RejudgedJob = z.object({ rejudgeId: z.string(), verdict: Verdict });
export type RejudgedJob = z.infer<typeof RejudgedJob>;

/** Send the files of a challenge through the publishing gate; they may be saved nowhere yet. */
export const VerifyJob = z.object({
  verificationId: z.string(),
  slug: Slug,
  /** The version that the files are. */
  hash: z.string(),
  /** All files of the challenge's folder. */
  files: Files,
});
export type VerifyJob = z.infer<typeof VerifyJob>;

/** What the gate says. */
export const VerifiedJob = z.object({ verificationId: z.string(), report: VerifyReport });
export type VerifiedJob = z.infer<typeof VerifiedJob>;

/** Hand a mail over that is written down in the database, which alone knows to whom and what. */
export const MailJob = z.object({ mailId: z.string() });
export type MailJob = z.infer<typeof MailJob>;

/** Send a message of a webhook that is written down in the database, for the time after so many others. */
export const WebhookJob = z.object({ deliveryId: z.string(), tries: z.int() });
export type WebhookJob = z.infer<typeof WebhookJob>;
