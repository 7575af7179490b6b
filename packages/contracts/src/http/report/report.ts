import { z } from 'zod';
import { Criterion, Level, Slug } from '#challenge/manifest.ts';
import { TestStatus } from '#verdict/testResult.ts';
import { WeighedRole } from '#http/candidates/weighedRole.ts';
import { AttemptState } from '#http/candidate/candidateAttempt.ts';
import { Stage } from '#http/admin/pipelineContract.ts';
import { Recommendation } from '#http/live/scorecardContract.ts';
import { Decision, Override } from '#http/review/gradingContract.ts';
import { ReviewRule } from '#http/review/reviewRule.ts';

const moment = z.iso.datetime();

/** How the work on a challenge went, as the timeline of its replay shows it. */
export const ReportTimeline = z.object({
  from: moment,
  until: moment,
  /** How many changes were made in each of so many equal parts. */
  activity: z.array(z.int()),
  /** In their order. */
  marks: z.array(
    z.object({
      kind: z.enum(['run', 'paste', 'pause']),
      at: moment,
      title: z.string(),
      tone: z.enum(['good', 'bad']).optional(),
      /** Of a run: the part of its tests that hold, 0 to 1. */
      share: z.number().optional(),
    }),
  ),
  /** When the page was not in front. */
  away: z.array(z.object({ from: moment, until: moment })),
});
export type ReportTimeline = z.infer<typeof ReportTimeline>;

/** The work that counts, with every test and what it cost. */
export const ReportVerdict = z.object({
  submissionId: z.uuid(),
  submittedAt: moment,
  sentBy: z.enum(['candidate', 'deadline']),
  /** The outcome in one sentence. */
  summary: z.string(),
  passed: z.int(),
  total: z.int(),
  hallmark: z.string(),
  cost: z.object({
    /** CPU of the whole run, ms; measured. */
    cpuMs: z.number(),
    /** Of the whole run, ms; measured. */
    wallMs: z.number(),
    peakProcessMb: z.number(),
    /** SQL statements of all tests. */
    queries: z.int(),
  }),
  tests: z.array(
    z.object({
      name: z.string(),
      status: TestStatus,
      cpuMs: z.number(),
      virtualMs: z.number(),
      queries: z.int(),
      /** Why it does not hold. */
      message: z.string().optional(),
    }),
  ),
  /** Tests that are left out here. */
  moreTests: z.int(),
});
export type ReportVerdict = z.infer<typeof ReportVerdict>;

export const ReportCriterion = z.object({
  id: Slug,
  title: z.string(),
  anchors: Criterion.shape.anchors,
  /** What all submitted reviews come to, for those who may see it. */
  grade: z
    .object({
      /** In the order in which the reviews were submitted. */
      scores: z.array(z.object({ by: z.string(), score: z.int(), note: z.string() })),
      median: z.number(),
      spread: z.int(),
      override: Override.optional(),
      /** What counts: the override, else the median. */
      value: z.number(),
    })
    .optional(),
});
export type ReportCriterion = z.infer<typeof ReportCriterion>;

export const ReportChallenge = z.object({
  slug: Slug,
  title: z.string(),
  level: Level,
  minutes: z.int(),
  /** Of the version that was worked on. */
  hash: z.string(),
  /** The mean of its criteria. */
  value: z.number().optional(),
  criteria: z.array(ReportCriterion),
  /** Against the public tests. */
  runs: z.int(),
  /** Against the hidden tests, with the one that counts. */
  submissions: z.int(),
  /** The submission that counts; absent as long as none is judged. */
  counting: ReportVerdict.optional(),
  /** Absent where nothing was written, where it is erased, and in comparisons. */
  timeline: ReportTimeline.optional(),
});
export type ReportChallenge = z.infer<typeof ReportChallenge>;

/** One interview, check or live session, with all that was submitted of it. */
export const ReportInterview = z.object({
  kind: z.enum(['kit', 'session']),
  title: z.string(),
  submitted: z.int(),
  /** What the cards come to; absent where nothing could be seen. */
  value: z.number().optional(),
  recommendations: z.array(Recommendation),
  cards: z.array(
    z.object({
      by: z.string(),
      submittedAt: moment,
      recommendation: Recommendation.optional(),
      summary: z.string(),
      scores: z.array(
        z.object({
          group: z.string(),
          title: z.string(),
          anchors: Criterion.shape.anchors.optional(),
          /** Absent for what could not be seen. */
          level: z.int().optional(),
          note: z.string(),
        }),
      ),
    }),
  ),
});
export type ReportInterview = z.infer<typeof ReportInterview>;

/** All that is known of an attempt and its candidate, as far as the one who asks may see it. */
export const Report = z.object({
  attemptId: z.uuid(),
  /** `Candidate 3F9A` as long as the one who asks may not know. */
  candidateName: z.string(),
  isAnonymous: z.boolean(),
  candidateEmail: z.string().optional(),
  /** For those who may open the candidate's page. */
  candidateId: z.uuid().optional(),
  assessment: z.object({
    title: z.string(),
    version: z.int(),
    organisation: z.string(),
    minutes: z.int(),
  }),
  role: z.string().optional(),
  state: AttemptState,
  /** For those who may see what was decided. */
  stage: Stage.optional(),
  /** Moments are told as in `AttemptRow`. */
  startedAt: moment.optional(),
  finishedAt: moment.optional(),
  erasedAt: moment.optional(),
  reviews: z.object({ submitted: z.int(), wanted: z.int(), rule: ReviewRule }),
  /** What all reviews come to, for those who may see it. */
  grading: z
    .object({
      reviewers: z.array(z.object({ name: z.string(), submittedAt: moment })),
      furtherCalled: z.boolean(),
      value: z.number().optional(),
      /** Newest first: the first one counts. */
      decisions: z.array(Decision),
      /** All that were made, oldest first, also those that were taken back. */
      overrides: z.array(Override),
    })
    .optional(),
  /** What this report tells, weighed as the role weighs skills; absent where a part of it is hidden. */
  weighed: WeighedRole.optional(),
  challenges: z.array(ReportChallenge),
  /** Those with a submitted card that the one who asks may read; absent for those who may not open them at all. */
  interviews: z.array(ReportInterview).optional(),
  /** What this does not say, and why, a sentence each. */
  unknown: z.array(z.string()),
  madeAt: moment,
});
export type Report = z.infer<typeof Report>;
