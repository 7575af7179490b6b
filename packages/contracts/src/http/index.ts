import { oc } from '@orpc/contract';
import { z } from 'zod';
import { adminContract, Member } from './admin/adminContract.ts';
import { authorContract } from './author/authorContract.ts';
import { candidateContract } from './candidate/candidateContract.ts';
import { liveContract } from './live/liveContract.ts';
import { scorecardContract } from './live/scorecardContract.ts';
import { reviewContract } from './review/reviewContract.ts';

/** The whole HTTP contract, served under `/api`; server, web app and the public API's documents come from it. */
export const contract = {
  candidate: candidateContract,
  review: reviewContract,
  admin: adminContract,
  author: authorContract,
  live: { ...liveContract, ...scorecardContract },
  /** One's own password, for those who came by a one-time link; signs out everywhere else. */
  setPassword: oc
    .route({ method: 'PUT', path: '/me/password', successStatus: 204, summary: 'Set my password' })
    .input(
      z.object({
        password: z
          .string()
          .min(12, 'A password needs at least 12 characters.')
          .max(128, 'A password has at most 128 characters.'),
      }),
    ),
  /** The signed-in member of staff. */
  me: oc.route({ method: 'GET', path: '/me', summary: 'Who is signed in' }).output(Member),
};

export {
  Assessment,
  AttemptTime,
  ConnectionGap,
  Conversation,
  ErasureRow,
  InvitationRow,
  Member,
  StaffRole,
} from './admin/adminContract.ts';
export { ClockMode, Permission, Policies } from './candidate/assessmentTerms.ts';
export {
  AuthoredChallenge,
  AuthorRow,
  NewChallenge,
  Proof,
  Revision,
  Verification,
} from './author/authorContract.ts';
export { ActivityEvent, maxActivityEvents } from './candidate/activity.ts';
export {
  AttemptRecord,
  ErasureRequest,
  FullAttemptRecord,
  RecordEntry,
  RecordedKind,
} from './candidate/attemptRecord.ts';
export {
  AttemptState,
  CandidateAttempt,
  CandidateChallenge,
  ChallengeClock,
  GivenTime,
} from './candidate/candidateAttempt.ts';
export {
  CandidateSubmission,
  CandidateTest,
  CandidateVerdict,
  SubmissionState,
} from './candidate/candidateSubmission.ts';
export { Message, maxMessageLength } from './candidate/message.ts';
export {
  CandidateFeedback,
  FeedbackComment,
  FeedbackPolicy,
  defaultFeedbackPolicy,
} from './candidate/feedback.ts';
export { presentProgress, presentVerdict } from './candidate/presentVerdict.ts';
export {
  Exploration,
  ExploreRequest,
  ExploreStatement,
  ExploreStep,
  HttpAnswer,
  SqlAnswer,
  maxAnswerLength,
  maxAnswerRows,
} from './candidate/exploration.ts';
export {
  LiveChoices,
  LiveOrigin,
  LiveParticipant,
  LiveSession,
  LiveSessionRow,
  OwnLiveSession,
} from './live/liveContract.ts';
export {
  LiveScore,
  Recommendation,
  Scorecard,
  ScorecardDraft,
  Scorecards,
  ScoredCriterion,
} from './live/scorecardContract.ts';
export {
  AttemptRow,
  DraftScore,
  Rejudgement,
  ReleasedFeedback,
  Review,
  ReviewedAttempt,
  ReviewedChallenge,
  ReviewSubmission,
  Score,
} from './review/reviewContract.ts';
