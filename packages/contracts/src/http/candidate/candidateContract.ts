import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Language } from '#challenge/language.ts';
import { Slug } from '#challenge/manifest.ts';
import { linkErrors } from '#http/linkErrors.ts';
import { Files } from '#workspace/files.ts';
import { ActivityEvent, maxActivityEvents } from './activity.ts';
import { AttemptRecord, ErasureRequest, FullAttemptRecord } from './attemptRecord.ts';
import { CandidateAttempt, CandidateChallenge } from './candidateAttempt.ts';
import { CandidateSubmission, CandidateVerdict } from './candidateSubmission.ts';
import { Exploration, ExploreStep, maxExploreSteps } from './exploration.ts';
import { Message, MessageText } from './message.ts';
import { CandidateFeedback } from './feedback.ts';

const attempt = z.object({ attemptId: z.uuid() });
const workspace = attempt.extend({ challenge: Slug });
const steps = z
  .array(ExploreStep)
  .min(1)
  .max(maxExploreSteps, `At most ${maxExploreSteps} requests at a time.`);
const anyFiles = z.record(z.string(), z.string());

/** Why files cannot be judged, and that no judge had time. */
const judging = {
  FILES_REFUSED: { status: 422 },
  FILES_TOO_LARGE: { status: 413, data: z.object({ limit: z.int() }) },
  JUDGE_BUSY: {
    status: 503,
    message: 'No judge had time for this. Nothing is lost; try again in a moment.',
  },
} as const;

/** The candidate's side. All but `openInvitation` need the cookie that it sets. */
export const candidateContract = {
  openInvitation: oc
    .route({ method: 'POST', path: '/candidate/session', summary: 'Open an invitation link' })
    .input(z.object({ token: z.string().max(200) }))
    .output(z.object({ attemptId: z.uuid() }))
    .errors({
      ...linkErrors,
      LINK_ERASED: { status: 410, data: z.object({ erasedAt: z.iso.datetime() }) },
    }),
  getAttempt: oc
    .route({ method: 'GET', path: '/attempts/{attemptId}', summary: 'The attempt with its clock' })
    .input(attempt)
    .output(CandidateAttempt),
  startAttempt: oc
    .route({ method: 'POST', path: '/attempts/{attemptId}/start', summary: 'Start the clock' })
    .input(attempt)
    .output(CandidateAttempt),
  startChallenge: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/challenges/{challenge}/start',
      summary: 'Start the clock of one challenge, where each has its own',
    })
    .input(workspace)
    .output(CandidateAttempt)
    .errors({
      OTHER_RUNNING: {
        status: 409,
        message: 'The clock of another challenge runs. Finish that one first.',
      },
    }),
  finishChallenge: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/challenges/{challenge}/finish',
      summary: 'Hand in one challenge, where each has its own clock',
    })
    .input(workspace)
    .output(CandidateAttempt),
  chooseLanguage: oc
    .route({
      method: 'PUT',
      path: '/attempts/{attemptId}/challenges/{challenge}/language',
      summary: 'Choose what to solve a challenge in, until it is first submitted',
    })
    .input(workspace.extend({ language: Language }))
    .output(CandidateAttempt)
    .errors({
      LANGUAGE_NOT_OFFERED: {
        status: 422,
        message: 'This challenge cannot be solved in that language.',
      },
      LANGUAGE_SETTLED: {
        status: 409,
        message:
          'You have submitted this challenge, so its language stays. Your files are as they were.',
      },
    }),
  withdraw: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/withdraw',
      summary: 'Withdraw for good, at any time until it is graded; the organiser is told',
    })
    .input(attempt.extend({ reason: MessageText.optional() }))
    .output(CandidateAttempt),
  listMessages: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/messages',
      summary: 'What one asked the organiser, and the answers',
    })
    .input(attempt)
    .output(z.array(Message)),
  ask: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/messages',
      successStatus: 201,
      summary: 'Ask the organiser, before, during or after',
    })
    .input(attempt.extend({ text: MessageText }))
    .output(Message),
  getPractice: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/practice',
      summary: 'A challenge to get to know the editor by',
    })
    .input(attempt)
    .output(
      z.object({ challenge: CandidateChallenge, starters: z.partialRecord(Language, Files) }),
    ),
  practise: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/practice/runs',
      summary: 'Judge files of the practice challenge; nothing is kept',
    })
    .input(attempt.extend({ suite: z.enum(['public', 'hidden']), files: anyFiles }))
    .output(CandidateVerdict)
    .errors(judging),
  explorePractice: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/practice/explorations',
      summary: 'Try requests on files of the practice challenge; nothing is kept',
    })
    .input(attempt.extend({ files: anyFiles, steps }))
    .output(Exploration)
    .errors({ ...judging, NOT_EXPLORABLE: { status: 422 } }),
  finishAttempt: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/finish',
      summary: 'Hand in before the deadline',
    })
    .input(attempt)
    .output(CandidateAttempt),
  getWorkspace: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/workspaces/{challenge}',
      summary: 'The files as saved',
    })
    .input(workspace)
    .output(z.object({ files: Files })),
  replaceWorkspace: oc
    .route({
      method: 'PUT',
      path: '/attempts/{attemptId}/workspaces/{challenge}',
      summary: 'Replace all files, for those who use their own editor',
    })
    .input(workspace.extend({ files: anyFiles }))
    .output(z.object({ files: Files }))
    .errors({
      FILES_REFUSED: { status: 422 },
      FILES_TOO_LARGE: { status: 413, data: z.object({ limit: z.int() }) },
    }),
  getVersion: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/workspaces/{challenge}/versions/{version}',
      summary: 'The files as the challenge began, or as a run froze them, to compare with',
    })
    .input(workspace.extend({ version: z.union([z.literal('starter'), z.uuid()]) }))
    .output(z.object({ files: Files })),
  explore: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/explorations',
      summary:
        "Try requests on one's own solution, or SQL on the seeded database; kept of it is when, and how many",
    })
    .input(workspace.extend({ steps }))
    .output(Exploration)
    .errors({ ...judging, NOT_EXPLORABLE: { status: 422 } }),
  cancelSubmission: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/submissions/{submissionId}/cancel',
      summary: 'Give up a run that is not judged yet; it then counts for nothing',
    })
    .input(attempt.extend({ submissionId: z.uuid() }))
    .output(CandidateSubmission)
    .errors({ ALREADY_JUDGED: { status: 409, message: 'This run is judged already.' } }),
  submit: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/submissions',
      successStatus: 202,
      summary: 'Run the public tests, or submit against the hidden ones',
    })
    .input(
      workspace.extend({
        suite: z.enum(['public', 'hidden']),
        idempotencyKey: z
          .uuid()
          .optional()
          .describe(
            'Made anew for each press of a button. Who had no answer sends the same once more, and is answered what came of the first.',
          ),
      }),
    )
    .output(CandidateSubmission)
    .errors({
      KEY_TAKEN: {
        status: 409,
        message: 'This key was sent with another run. Make a new one for each.',
      },
      FILES_REFUSED: { status: 422 },
      FILES_TOO_LARGE: { status: 413, data: z.object({ limit: z.int() }) },
      STILL_RUNNING: {
        status: 409,
        message:
          'Your last run of this challenge is not finished yet. Your work is saved; try again in a moment.',
      },
    }),
  listSubmissions: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/submissions',
      summary: 'Runs and submissions, newest first',
    })
    .input(attempt)
    .output(z.array(CandidateSubmission)),
  recordActivity: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/activity',
      successStatus: 204,
      summary: 'Report that the page was left or returned to, or that something was pasted',
    })
    .input(attempt.extend({ events: z.array(ActivityEvent).min(1).max(maxActivityEvents) })),
  getRecord: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/record',
      summary: 'Everything that is recorded about the attempt',
    })
    .input(attempt)
    .output(AttemptRecord),
  downloadRecord: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/record/full',
      summary: 'The record with all files and their whole history',
    })
    .input(attempt)
    .output(FullAttemptRecord),
  getFeedback: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/feedback',
      summary: 'What the candidate gets back, as far as it is there',
    })
    .input(attempt)
    .output(CandidateFeedback)
    .errors({
      NOT_FINISHED: { status: 409, message: 'There is feedback once the attempt is handed in.' },
    }),
  requestErasure: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/erasure',
      summary: 'Ask that person and work be erased from the attempt',
    })
    .input(attempt)
    .output(ErasureRequest)
    .errors({
      STILL_RUNNING: {
        status: 409,
        message: 'The clock runs. Hand in first; then you can ask for erasure.',
      },
    }),
  withdrawErasure: oc
    .route({
      method: 'DELETE',
      path: '/attempts/{attemptId}/erasure',
      successStatus: 204,
      summary: 'Take the request for erasure back',
    })
    .input(attempt),
};
