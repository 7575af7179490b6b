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

export const ReportTimeline = z
  .object({
    from: moment,
    until: moment,
    activity: z
      .array(z.int())
      .describe('How many changes were made in each of so many equal parts.'),
    marks: z
      .array(
        z.object({
          kind: z.enum(['run', 'paste', 'pause']),
          at: moment,
          title: z.string(),
          tone: z.enum(['good', 'bad']).optional(),
          share: z
            .number()
            .optional()
            .describe('Of a run: the part of its tests that hold, 0 to 1.'),
        }),
      )
      .describe('In their order.'),
    away: z
      .array(z.object({ from: moment, until: moment }))
      .describe('When the page was not in front.'),
  })
  .describe('How the work on a challenge went, as the timeline of its replay shows it.');
export type ReportTimeline = z.infer<typeof ReportTimeline>;

export const ReportVerdict = z
  .object({
    submissionId: z.uuid(),
    submittedAt: moment,
    sentBy: z.enum(['candidate', 'deadline']),
    summary: z.string().describe('The outcome in one sentence.'),
    passed: z.int(),
    total: z.int(),
    hallmark: z.string(),
    cost: z.object({
      cpuMs: z.number().describe('CPU of the whole run, ms; measured.'),
      wallMs: z.number().describe('Of the whole run, ms; measured.'),
      peakProcessMb: z.number(),
      queries: z.int().describe('SQL statements of all tests.'),
    }),
    tests: z.array(
      z.object({
        name: z.string(),
        status: TestStatus,
        cpuMs: z.number(),
        virtualMs: z.number(),
        queries: z.int(),
        message: z.string().optional().describe('Why it does not hold.'),
      }),
    ),
    moreTests: z.int().describe('Tests that are left out here.'),
  })
  .describe('The work that counts, with every test and what it cost.');
export type ReportVerdict = z.infer<typeof ReportVerdict>;

export const ReportCriterion = z.object({
  id: Slug,
  title: z.string(),
  anchors: Criterion.shape.anchors,
  grade: z
    .object({
      scores: z
        .array(z.object({ by: z.string(), score: z.int(), note: z.string() }))
        .describe('In the order in which the reviews were submitted.'),
      median: z.number(),
      spread: z.int(),
      override: Override.optional(),
      value: z.number().describe('What counts: the override, else the median.'),
    })
    .optional()
    .describe('What all submitted reviews come to, for those who may see it.'),
});
export type ReportCriterion = z.infer<typeof ReportCriterion>;

export const ReportChallenge = z.object({
  slug: Slug,
  title: z.string(),
  level: Level,
  minutes: z.int(),
  hash: z.string().describe('Of the version that was worked on.'),
  value: z.number().optional().describe('The mean of its criteria.'),
  criteria: z.array(ReportCriterion),
  runs: z.int().describe('Against the public tests.'),
  submissions: z.int().describe('Against the hidden tests, with the one that counts.'),
  counting: ReportVerdict.optional().describe(
    'The submission that counts; absent as long as none is judged.',
  ),
  timeline: ReportTimeline.optional().describe(
    'Absent where nothing was written, where it is erased, and in comparisons.',
  ),
});
export type ReportChallenge = z.infer<typeof ReportChallenge>;

export const ReportInterview = z
  .object({
    kind: z.enum(['kit', 'session']),
    title: z.string(),
    submitted: z.int(),
    value: z
      .number()
      .optional()
      .describe('What the cards come to; absent where nothing could be seen.'),
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
            level: z.int().optional().describe('Absent for what could not be seen.'),
            note: z.string(),
          }),
        ),
      }),
    ),
  })
  .describe('One interview, check or live session, with all that was submitted of it.');
export type ReportInterview = z.infer<typeof ReportInterview>;

export const Report = z
  .object({
    attemptId: z.uuid(),
    candidateName: z
      .string()
      .describe('`Candidate 3F9A` as long as the one who asks may not know.'),
    isAnonymous: z.boolean(),
    candidateEmail: z.string().optional(),
    candidateId: z.uuid().optional().describe("For those who may open the candidate's page."),
    assessment: z.object({
      title: z.string(),
      version: z.int(),
      organisation: z.string(),
      minutes: z.int(),
    }),
    role: z.string().optional(),
    state: AttemptState,
    stage: Stage.optional().describe('For those who may see what was decided.'),
    startedAt: moment.optional().describe('Moments are told as in `AttemptRow`.'),
    finishedAt: moment.optional(),
    erasedAt: moment.optional(),
    reviews: z.object({ submitted: z.int(), wanted: z.int(), rule: ReviewRule }),
    grading: z
      .object({
        reviewers: z.array(z.object({ name: z.string(), submittedAt: moment })),
        furtherCalled: z.boolean(),
        value: z.number().optional(),
        decisions: z.array(Decision).describe('Newest first: the first one counts.'),
        overrides: z
          .array(Override)
          .describe('All that were made, oldest first, also those that were taken back.'),
      })
      .optional()
      .describe('What all reviews come to, for those who may see it.'),
    weighed: WeighedRole.optional().describe(
      'What this report tells, weighed as the role weighs skills; absent where a part of it is hidden.',
    ),
    challenges: z.array(ReportChallenge),
    interviews: z
      .array(ReportInterview)
      .optional()
      .describe(
        'Those with a submitted card that the one who asks may read; absent for those who may not open them at all.',
      ),
    unknown: z.array(z.string()).describe('What this does not say, and why, a sentence each.'),
    madeAt: moment,
  })
  .describe(
    'All that is known of an attempt and its candidate, as far as the one who asks may see it.',
  );
export type Report = z.infer<typeof Report>;
