export {
  type NewAssessment,
  insertAssessment,
  listAssessmentChallenges,
  listAssessments,
} from '#assessments/assessments.ts';
export {
  type AttemptRecord,
  type PinnedChallenge,
  findAttempt,
  findPinnedChallenge,
  insertAttempt,
  listDeadlines,
  listOverdueAttempts,
  listPinnedChallenges,
  listRunningSince,
  lockAttempt,
  updateAttempt,
  updateChallengeClock,
} from '#attempts/attempts.ts';
export { listAudit, listAuditOfAll } from '#audit/listAudit.ts';
export { type Actor, type AuditEvent, recordAudit } from '#audit/recordAudit.ts';
export { type AuthorRowsFilter, listAuthorRows } from '#challenges/authorRows.ts';
export {
  findChallenge,
  listChallengesInUse,
  forgetOtherFolders,
  insertChallenge,
  keepFolderVersion,
  listRevisions,
  lockChallenge,
  saveRevision,
  useHead,
} from '#challenges/challenges.ts';
export {
  cameFromFolder,
  deleteChallenge,
  findUses,
  listRetired,
  setRetired,
} from '#challenges/retirement.ts';
export {
  findChallengeSource,
  findChallengeVersion,
  findOwner,
  insertChallengeVersion,
} from '#challenges/challengeVersions.ts';
export {
  type VerificationRecord,
  endVerification,
  findLastVerification,
  findVerification,
  isProven,
  listQueuedVerifications,
  replaceVerification,
} from '#challenges/verifications.ts';
export {
  type CandidateConnection,
  closeConnection,
  listConnections,
  openConnection,
} from '#clock/connections.ts';
export {
  type Outage,
  insertOutage,
  listOutages,
  lockLastBeat,
  recordBeat,
  recordStop,
} from '#clock/healthRecord.ts';
export {
  type NewTimeCredit,
  type TimeCredit,
  listTimeCredits,
  putTimeCredit,
  settleTimeCredits,
} from '#clock/timeCredits.ts';
export { type Database } from '#connection/database.ts';
export { isReachable } from '#connection/isReachable.ts';
export { isUniqueViolation } from '#connection/isUniqueViolation.ts';
export { DatabaseTooNew, DatabaseTooOld, migrate, requireMigrated } from '#connection/migrate.ts';
export { openPglite } from '#connection/openPglite.ts';
export { DatabaseUnreachable, openPostgres } from '#connection/openPostgres.ts';
export { sqlState } from '#connection/sqlState.ts';
export { DataFolderProblem } from '#dataFolder/DataFolderProblem.ts';
export { lockDataFolder } from '#dataFolder/lockDataFolder.ts';
export { openDatabase } from '#dataFolder/openDatabase.ts';
export { type ErasedWork, eraseAttempt, erasedName } from '#erasures/eraseAttempt.ts';
export {
  type ErasureRecord,
  deleteErasureRequest,
  findErasure,
  findErasureRow,
  insertErasureRequest,
  listDueErasures,
  listErasures,
} from '#erasures/erasures.ts';
export { findFeedback, putFeedback } from '#feedback/feedback.ts';
export {
  findSessionAttempt,
  insertCandidateSession,
  listCandidateSessions,
} from '#invitations/candidateSessions.ts';
export {
  type InvitationRecord,
  findInvitation,
  findInvitationByTokenHash,
  findInvitationOf,
  insertInvitation,
  listInvitations,
  revokeInvitation,
} from '#invitations/invitations.ts';
export {
  type LiveEventKind,
  type LiveEventRecord,
  insertLiveEvent,
  listLiveEvents,
} from '#live/liveEvents.ts';
export {
  type LiveMessageRecord,
  countLiveMessages,
  findLiveMessage,
  insertLiveMessage,
  listLiveMessages,
} from '#live/liveMessages.ts';
export {
  type LiveParticipantRecord,
  findLiveMember,
  findLiveParticipant,
  findLiveParticipantByTokenHash,
  insertLiveParticipant,
  listLiveParticipants,
  updateLiveParticipant,
} from '#live/liveParticipants.ts';
export {
  type ScorecardRecord,
  keepScorecard,
  listScorecards,
  lockScorecard,
} from '#live/scorecards.ts';
export {
  type LiveSessionRecord,
  deleteLiveSession,
  findLiveSession,
  insertLiveSession,
  listForgottenSessions,
  listLiveSessions,
  listLiveSessionsOf,
  lockLiveSession,
  lockLiveStates,
  updateLiveSession,
} from '#live/liveSessions.ts';
export {
  type MessageRecord,
  countUnanswered,
  insertMessage,
  listConversations,
  listMessages,
} from '#messages/messages.ts';
export { authStorage } from '#people/authStorage.ts';
export {
  countMembers,
  findMember,
  findMemberByEmail,
  insertMember,
  listMembers,
} from '#people/members.ts';
export {
  type AttemptEventRecord,
  type NewAttemptEvent,
  countAttemptEvents,
  insertAttemptEvents,
  listAttemptEvents,
} from '#record/attemptEvents.ts';
export { listMeanScores, listResults, listReviewQueue } from '#reviews/reviewQueue.ts';
export {
  type ReviewRecord,
  countReviews,
  findReview,
  lockReview,
  replaceScores,
} from '#reviews/reviews.ts';
export {
  type RejudgementRecord,
  finishRejudgement,
  insertRejudgement,
  listRejudgements,
  listUnfinishedRejudgements,
} from '#submissions/rejudgements.ts';
export {
  type JudgedSubmission,
  type SubmissionRecord,
  cancelSubmission,
  countQueuedBefore,
  findJudged,
  findLastHidden,
  findSubmission,
  findSubmissionPlace,
  insertSubmission,
  insertVerdict,
  listJudgedIds,
  listSubmissions,
  listUnjudged,
  listWaiting,
  markRunning,
} from '#submissions/submissions.ts';
export {
  type DocumentSnapshot,
  findDocumentSnapshot,
  packDocumentUpdates,
  putDocumentSnapshot,
} from '#documents/documentSnapshots.ts';
export {
  type NewDocumentUpdate,
  type StoredDocumentUpdate,
  insertDocumentUpdates,
  insertUpdatesOfMany,
  listDocumentUpdates,
} from '#documents/documentUpdates.ts';
export {
  type DocumentKey,
  type SessionDocumentKey,
  type WorkspaceKey,
} from '#documents/documentKey.ts';
