import { oc } from '@orpc/contract';
import { z } from 'zod';
import { adminContract, Member } from './admin/adminContract.ts';
import { auditContract } from './admin/auditContract.ts';
import { inviteContract } from './admin/inviteContract.ts';
import { pipelineContract } from './admin/pipelineContract.ts';
import { retentionContract } from './admin/retentionContract.ts';
import { webhookContract } from './admin/webhookContract.ts';
import { authorContract } from './author/authorContract.ts';
import { candidateContract } from './candidate/candidateContract.ts';
import { assessmentContract } from './hiring/assessmentContract.ts';
import { roleContract } from './hiring/roleContract.ts';
import { liveContract } from './live/liveContract.ts';
import { replayContract } from './live/replayContract.ts';
import { scorecardContract } from './live/scorecardContract.ts';
import { exportContract } from './report/exportContract.ts';
import { reportContract } from './report/reportContract.ts';
import { candidatesContract } from './candidates/candidatesContract.ts';
import { commentContract } from './review/commentContract.ts';
import { copyContract } from './review/copyContract.ts';
import { challengeFiguresContract } from './fairness/challengeFiguresContract.ts';
import { declarationContract } from './fairness/declarationContract.ts';
import { fairnessContract } from './fairness/fairnessContract.ts';
import { gradingContract } from './review/gradingContract.ts';
import { historyContract } from './review/historyContract.ts';
import { reviewContract } from './review/reviewContract.ts';
import { similarityContract } from './review/similarityContract.ts';
import { tokenContract } from './tokens/tokenContract.ts';

/** The whole HTTP contract, served under `/api`; server, web app and the public API's documents come from it. */
export const contract = {
  candidate: { ...candidateContract, ...declarationContract },
  review: {
    ...reviewContract,
    ...commentContract,
    ...copyContract,
    ...historyContract,
    ...gradingContract,
    ...similarityContract,
  },
  admin: {
    ...adminContract,
    ...inviteContract,
    ...pipelineContract,
    ...webhookContract,
    ...retentionContract,
    ...auditContract,
  },
  author: { ...authorContract, ...challengeFiguresContract },
  candidates: candidatesContract,
  fairness: fairnessContract,
  reports: { ...reportContract, ...exportContract },
  hiring: { ...assessmentContract, ...roleContract },
  live: { ...liveContract, ...replayContract, ...scorecardContract },
  tokens: tokenContract,
  /** Whether members sign in by a provider of the organisation, and what it is called. */
  getSignOn: oc
    .route({ method: 'GET', path: '/sign-on', summary: 'Whether there is single sign-on' })
    .output(z.object({ name: z.string().optional() })),
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
  Member,
  StaffRole,
} from './admin/adminContract.ts';
export { InvitationRow } from './admin/invitationRow.ts';
export { CandidateRow, SourceFigures, Stage } from './admin/pipelineContract.ts';
export { MailKind, MailState, SentMail } from './admin/mail.ts';
export {
  DeliveryProblem,
  DeliveryState,
  WebhookData,
  WebhookEvent,
  WebhookKind,
  WebhookMessage,
  WebhookPause,
} from './admin/webhook.ts';
export { AuditEntry } from './admin/auditContract.ts';
export { DueErasure, Hold, NightErasure, RetentionNight } from './admin/retentionContract.ts';
export { Delivery, DeliveryTry, Webhook } from './admin/webhookContract.ts';
export { CandidateName, CandidateSource, EmailAddress } from './admin/invitee.ts';
export {
  maxInvitees,
  maxPasteLength,
  PastedRow,
  PastePreview,
  RowProblem,
} from './admin/inviteContract.ts';
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
  maxExploreSteps,
} from './candidate/exploration.ts';
export {
  AssessmentDraft,
  AssessmentTemplate,
  AssessmentVersion,
  DraftChallenge,
  OfferedChallenge,
  maxAssessmentChallenges,
} from './hiring/assessmentContract.ts';
export { RoleDraft, RoleSections, RoleSkill } from './hiring/role.ts';
export { Role, RoleRow } from './hiring/roleContract.ts';
export {
  LiveChoices,
  LiveOrigin,
  LiveParticipant,
  LiveSession,
  LiveSessionRow,
  OwnLiveSession,
} from './live/liveContract.ts';
export { AttemptHistory, WorkRhythm, largeInsertion } from './review/historyContract.ts';
export { CandidatePage } from './candidates/candidatesContract.ts';
export { ChallengeFigures, MeasuredTest, TestRemark } from './fairness/challengeFiguresContract.ts';
export { Declaration } from './fairness/declarationContract.ts';
export { GroupAnswers, GroupQuestionId } from './fairness/groupAnswers.ts';
export { wordingOf } from './fairness/groupQuestions.ts';
export {
  GroupFigures,
  MeasuredCriterion,
  MeasuredGroup,
  MeasuredReviewer,
  ReviewFigures,
} from './fairness/fairnessContract.ts';
export { Estimate, Figure } from './fairness/figure.ts';
export { Kit, KitRow } from './candidates/kit.ts';
export { WeighedRole, WeighedSkill } from './candidates/weighedRole.ts';
export { ExportFormat } from './report/exportContract.ts';
export { Paper, ReportComparison } from './report/reportContract.ts';
export {
  Report,
  ReportChallenge,
  ReportCriterion,
  ReportInterview,
  ReportTimeline,
  ReportVerdict,
} from './report/report.ts';
export {
  BaseRates,
  PairInFull,
  Similarity,
  SimilarPair,
  WorkOwner,
} from './review/similarityContract.ts';
export {
  Decision,
  DecisionOutcome,
  GradedCriterion,
  Grading,
  Override,
} from './review/gradingContract.ts';
export { maxCommentLength, maxComments, ReviewComment } from './review/commentContract.ts';
export { CopyRun } from './review/copyContract.ts';
export { ReviewRule, defaultReviewRule } from './review/reviewRule.ts';
export { LiveReplay, ReplayEvent, ReplayShares, ReplayUpdates } from './live/replayContract.ts';
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
export { ApiToken, maxTokenDays, ScopeRow } from './tokens/tokenContract.ts';
export { TokenScope, tokenScopes } from './tokens/tokenScope.ts';
