import { oc } from '@orpc/contract';
import { z } from 'zod';
import { LanguageChoice } from '#challenge/language.ts';
import { Criterion, Level, Slug } from '#challenge/manifest.ts';
import { Comparison } from '#verdict/compareVerdicts.ts';
import { Verdict } from '#verdict/verdict.ts';
import { Files } from '#workspace/files.ts';
import { AttemptState } from '#http/candidate/candidateAttempt.ts';
import { FeedbackComment, FeedbackPolicy } from '#http/candidate/feedback.ts';
import { DecisionOutcome, Grading } from './gradingContract.ts';
import { SubmissionState } from '#http/candidate/candidateSubmission.ts';

export const AttemptRow = z.object({
  id: z.uuid(),
  candidateName: z
    .string()
    .describe('Whose it is; `Candidate 3F9A` as long as the one who asks may not know.'),
  isAnonymous: z.boolean().describe('Whether that is not their name.'),
  assessmentTitle: z.string(),
  state: AttemptState,
  reviews: z.object({
    submitted: z.int(),
    wanted: z.int(),
    own: z.enum(['none', 'draft', 'submitted']).describe('The review of the one who asks.'),
    isMine: z
      .boolean()
      .describe('Whether one by them is wanted: their draft, or a place that nobody has taken.'),
  }),
  startedAt: z.iso
    .datetime()
    .optional()
    .describe(
      'Moments of an attempt are told as if everybody had the same time: those of somebody with more are moved together, towards the end, so that nobody who grades learns of it.',
    ),
  finishedAt: z.iso.datetime().optional(),
  results: z
    .array(z.object({ challenge: Slug, title: z.string(), passed: z.int(), total: z.int() }))
    .describe('Hidden tests passed by the last accepted work of each challenge.'),
  score: z
    .number()
    .optional()
    .describe('What the submitted reviews come to, 1 to 5, for those who may see it.'),
  decision: DecisionOutcome.optional().describe('What was decided last, for the same.'),
  erasedAt: z.iso.datetime().optional().describe('When person and work were erased from it.'),
});
export type AttemptRow = z.infer<typeof AttemptRow>;

export const Rejudgement = z
  .object({
    requestedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().optional().describe('Absent while it waits or runs.'),
    comparison: Comparison.optional(),
  })
  .describe(
    'A submission judged once more. The verdict that it has stays as it is, whatever this shows.',
  );
export type Rejudgement = z.infer<typeof Rejudgement>;

export const ReviewSubmission = z.object({
  id: z.uuid(),
  challenge: Slug,
  suite: z.enum(['public', 'hidden']),
  sentBy: z.enum(['candidate', 'deadline']),
  state: SubmissionState,
  createdAt: z.iso.datetime(),
  files: Files,
  verdict: Verdict.optional(),
  summary: z.string().optional().describe('The outcome in one sentence, hidden tests named.'),
  rejudgement: Rejudgement.optional().describe('The last time that it was judged once more.'),
});
export type ReviewSubmission = z.infer<typeof ReviewSubmission>;

export const Score = z.object({
  challenge: Slug,
  criterion: Slug,
  score: z.int().min(1).max(5),
  note: z.string().trim().min(1, 'Say what you saw that led to this score.').max(4_000),
});
export type Score = z.infer<typeof Score>;

export const DraftScore = Score.extend({
  score: z.int().min(1).max(5).nullable(),
  note: z.string().max(4_000),
}).describe("A reviewer's own scores while they are being written: anything may still be missing.");
export type DraftScore = z.infer<typeof DraftScore>;

export const Review = z.object({
  scores: z.array(DraftScore),
  state: z.enum(['draft', 'submitted']),
  submittedAt: z.iso.datetime().optional(),
});
export type Review = z.infer<typeof Review>;

export const ReviewedChallenge = z.object({
  slug: Slug,
  title: z.string(),
  level: Level,
  minutes: z.int(),
  entry: z.string(),
  statement: z.string(),
  rubric: z.array(Criterion),
  starter: Files,
  otherLanguages: z
    .array(LanguageChoice.extend({ starter: Files }))
    .describe('What else it may be solved in; `entry` and `starter` are of the first language.'),
  submissions: z.array(ReviewSubmission).describe('Newest first.'),
  countsId: z
    .uuid()
    .optional()
    .describe('The submission that counts: the last one against the hidden tests.'),
});
export type ReviewedChallenge = z.infer<typeof ReviewedChallenge>;

export const ReleasedFeedback = z
  .object({
    releasedAt: z.iso.datetime(),
    message: z.string(),
    comments: z.array(FeedbackComment),
  })
  .describe('What a candidate was told about the work.');
export type ReleasedFeedback = z.infer<typeof ReleasedFeedback>;

export const ReviewedAttempt = AttemptRow.extend({
  candidateId: z
    .uuid()
    .optional()
    .describe('Where all is that people made of the candidate, for those who may open it.'),
  minutes: z.int(),
  challenges: z.array(ReviewedChallenge),
  review: Review.optional().describe(
    "The signed-in person's own review; absent for those who do not review.",
  ),
  grading: Grading.optional().describe(
    'What all submitted reviews come to, once the one who asks may see it.',
  ),
  /** What the assessment lets its candidates get back. */
  feedbackPolicy: FeedbackPolicy,
  feedback: ReleasedFeedback.optional(),
});
export type ReviewedAttempt = z.infer<typeof ReviewedAttempt>;

const attempt = z.object({ attemptId: z.uuid() });

/** The reviewer's side; interviewers may read, reviewers and admins also grade. */
export const reviewContract = {
  listAttempts: oc
    .route({
      method: 'GET',
      path: '/review/attempts',
      summary: 'Attempts, what waits longest first',
      description:
        'With `score` and `decision` for those who may see them. Names are withheld from reviewers until their own scores are in.',
    })
    .input(
      z.object({
        state: AttemptState.optional(),
        wanted: z
          .literal('me')
          .optional()
          .describe('`me`: only what a review by the one who asks is wanted for.'),
        search: z.string().max(200).optional(),
        page: z.coerce.number().int().min(1).default(1),
      }),
    )
    .output(
      z.object({ rows: z.array(AttemptRow), total: z.int(), page: z.int(), pageSize: z.int() }),
    ),
  getAttempt: oc
    .route({
      method: 'GET',
      path: '/review/attempts/{attemptId}',
      summary: 'An attempt with all its submissions',
      description:
        'The report of an attempt: challenges with submissions and verdicts, and in `grading` the reviewers’ scores with notes, what they come to by the stated formula, and decisions with reasons. `grading` is there once the one who asks may see it.',
    })
    .input(attempt)
    .output(ReviewedAttempt),
  releaseFeedback: oc
    .route({
      method: 'PUT',
      path: '/review/attempts/{attemptId}/feedback',
      summary: 'Release comments to the candidate, in the place of those released before',
    })
    .input(
      attempt.extend({
        message: z.string().trim().max(4_000),
        comments: z.array(FeedbackComment).max(200),
      }),
    )
    .output(ReleasedFeedback)
    .errors({
      NOT_REVIEWED: {
        status: 409,
        message: 'Submit your review first. What a candidate reads should rest on a whole review.',
      },
      REVIEWS_MISSING: {
        status: 409,
        message:
          'Reviews are still wanted. Feedback can be released once all of them are submitted.',
      },
      NOT_OFFERED: {
        status: 409,
        message: 'This assessment gives its candidates no comments.',
      },
    }),
  rejudge: oc
    .route({
      method: 'POST',
      path: '/review/submissions/{submissionId}/rejudge',
      successStatus: 202,
      summary: 'Judge a submission once more and compare; its verdict stays',
    })
    .input(z.object({ submissionId: z.uuid() }))
    .output(Rejudgement)
    .errors({
      ERASED: { status: 409 },
      NOT_JUDGED: {
        status: 409,
        message: 'This submission is not judged yet, so there is no result to compare with.',
      },
    }),
  saveReview: oc
    .route({
      method: 'PUT',
      path: '/review/attempts/{attemptId}/review',
      summary: 'Save scores without submitting',
    })
    .input(attempt.extend({ scores: z.array(DraftScore).max(200) }))
    .output(Review)
    .errors({
      ERASED: { status: 409 },
      ALREADY_SUBMITTED: {
        status: 409,
        message: 'This review is submitted and can no longer change.',
      },
      REVIEWS_CLOSED: {
        status: 409,
        message: 'This attempt takes no further reviews.',
      },
    }),
  submitReview: oc
    .route({
      method: 'POST',
      path: '/review/attempts/{attemptId}/review',
      summary: 'Submit the scores',
    })
    .input(attempt.extend({ scores: z.array(Score).max(200) }))
    .output(Review)
    .errors({
      ERASED: { status: 409 },
      ALREADY_SUBMITTED: {
        status: 409,
        message: 'This review is submitted and can no longer change.',
      },
      REVIEWS_CLOSED: {
        status: 409,
        message: 'This attempt takes no further reviews.',
      },
      NOT_FINISHED: {
        status: 409,
        message: 'The candidate is still working. Grade when the attempt is finished.',
      },
      SCORES_MISSING: { status: 422, message: 'Every criterion needs a score and a note.' },
    }),
};
