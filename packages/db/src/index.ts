export {
  type AssessmentChallenges,
  type AssessmentRecord,
  type AssessmentTerms,
  type NewAssessment,
  findAssessment,
  findOwnRubric,
  insertAssessment,
  listAssessmentChallenges,
  listAssessmentVersions,
  listAssessments,
  listOwnRubrics,
  lockAssessment,
  updateAssessment,
  lockTemplate,
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
  updatePinnedChallenge,
} from '#attempts/attempts.ts';
export { actingToken } from '#audit/actingToken.ts';
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
export { readDatabaseTime } from '#clock/readDatabaseTime.ts';
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
export { keepMigratedDatabase } from '#connection/keepMigratedDatabase.ts';
export { DatabaseTooNew, DatabaseTooOld, migrate, requireMigrated } from '#connection/migrate.ts';
export { openPglite } from '#connection/openPglite.ts';
export { DatabaseUnreachable, openPostgres } from '#connection/openPostgres.ts';
export { inspectPostgres, type PostgresFacts } from '#connection/inspectPostgres.ts';
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
  listErasures,
} from '#erasures/erasures.ts';
export { exportPages, listCardedSessions, listStages } from '#exports/pages.ts';
export {
  type DeclarationRecord,
  deleteDeclarations,
  deleteDeclarationsUntil,
  listAllDeclarations,
  listDeclarations,
  replaceDeclarations,
} from '#declarations/declarations.ts';
export { findFeedback, putFeedback } from '#feedback/feedback.ts';
export {
  deleteCandidateSessions,
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
  replaceLink,
  revokeInvitation,
} from '#invitations/invitations.ts';
export { listInvitees, lockAddress } from '#invitations/invitees.ts';
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
  type LiveRunRecord,
  type LiveRunRow,
  cancelLiveRun,
  cancelLiveRunsOf,
  countLiveRuns,
  endLiveRun,
  findLiveRun,
  findUnfinishedLiveRun,
  insertLiveRun,
  listLiveRunStates,
  listLiveRuns,
  listUnfinishedLiveRuns,
  listWholeLiveRuns,
  markLiveRunRunning,
} from '#live/liveRuns.ts';
export {
  type CardPlace,
  type ScorecardRecord,
  keepScorecard,
  listScorecards,
  lockScorecard,
} from '#live/scorecards.ts';
export {
  deleteReplayShare,
  hasReplayShare,
  insertReplayShare,
  listReplayShares,
} from '#live/replayShares.ts';
export { type LiveAppend, type LiveAppended, appendToLiveLogs } from '#live/appendToLiveLogs.ts';
export {
  type LiveSessionRecord,
  deleteLiveSession,
  findLiveSession,
  insertLiveSession,
  listLiveSessions,
  listLiveSessionsOf,
  lockLiveSession,
  updateLiveSession,
} from '#live/liveSessions.ts';
export { type LivePulse, readLivePulses } from '#live/readLivePulses.ts';
export {
  type InvitationMail,
  type MailRecord,
  claimMail,
  endMail,
  findMailState,
  insertMail,
  insertPausedMails,
  listDueReminders,
  listLastMails,
  listMails,
  listQueuedMails,
  moveMails,
  releaseMail,
} from '#mail/mails.ts';
export {
  type MessageRecord,
  countUnanswered,
  insertMessage,
  listConversations,
  listMessages,
} from '#messages/messages.ts';
export {
  type ApiTokenRecord,
  countApiTokens,
  findApiToken,
  findTokenHolder,
  insertApiToken,
  listApiTokens,
  revokeApiToken,
  touchApiToken,
} from '#people/apiTokens.ts';
export {
  changeRole,
  findPersonByAccount,
  findPersonByEmail,
  linkAccount,
  type Person,
} from '#people/linkedAccounts.ts';
export { authStorage } from '#people/authStorage.ts';
export { findCandidate, lockCandidate } from '#people/candidates.ts';
export {
  countMembers,
  findMember,
  findMemberByEmail,
  insertMember,
  listMembers,
  lockAdmins,
  nameMembers,
  removeMember,
} from '#people/members.ts';
export { findStage } from '#pipeline/findStage.ts';
export { countSources, listCandidates } from '#pipeline/listCandidates.ts';
export {
  type AttemptEventRecord,
  type NewAttemptEvent,
  countActivity,
  countAttemptEvents,
  insertAttemptEvents,
  listAttemptEvents,
} from '#record/attemptEvents.ts';
export {
  type ReviewCommentRecord,
  countComments,
  deleteComment,
  findComment,
  listComments,
  putComment,
} from '#reviews/comments.ts';
export {
  insertDecision,
  insertOverride,
  listDecisions,
  listOverrides,
} from '#reviews/decisions.ts';
export {
  findInReviewQueue,
  listResults,
  listReviewQueue,
  pageReviewQueue,
  type ReviewQueueFilter,
} from '#reviews/reviewQueue.ts';
export {
  type RoleRecord,
  type RoleTerms,
  deleteRole,
  findRole,
  insertRole,
  listRoleAssessments,
  listRoles,
  lockRole,
  updateRole,
} from '#roles/roles.ts';
export {
  type ReviewRecord,
  countReviews,
  findReview,
  listSubmittedReviews,
  lockReview,
  replaceScores,
} from '#reviews/reviews.ts';
export {
  type ComparedWork,
  findComparedWork,
  keepKnownSolutions,
  listComparedWorks,
  listUncompared,
  listUnreadKnown,
  listUnreadSubmissions,
  putFingerprints,
  putSubmittedWork,
} from '#similarity/comparedWorks.ts';
export {
  type ComparisonTerms,
  compareWork,
  countComparable,
  frequentAbove,
} from '#similarity/compareWork.ts';
export {
  type PairRow,
  countPairs,
  findPair,
  listAttemptPairs,
  listFrequentPieces,
  listPairsOf,
} from '#similarity/similarPairs.ts';
export { type ChallengeCounts, countChallenge, measureTime } from '#statistics/countChallenge.ts';
export { type TestCounts, countTests } from '#statistics/countTests.ts';
export { type DecidedAttempt, listDecidedAttempts } from '#statistics/decidedAttempts.ts';
export { listMeasuredVersions } from '#statistics/measuredWorks.ts';
export {
  type CriterionScores,
  type ReviewerDeviation,
  countScores,
  listAllOwnRubrics,
  listPlans,
  measureDeviations,
} from '#statistics/submittedScores.ts';
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
  findJudged,
  findLastHidden,
  findPressed,
  findSubmission,
  findSubmissionPlace,
  insertSubmission,
  insertVerdict,
  listJudgedIds,
  listSubmissions,
  findOldestQueued,
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
  listDocumentUpdates,
} from '#documents/documentUpdates.ts';
export {
  type DocumentKey,
  type SessionDocumentKey,
  type WorkspaceKey,
} from '#documents/documentKey.ts';
export {
  type DeliveryRecord,
  type DeliveryTryRecord,
  claimDelivery,
  deleteDeliveries,
  findDelivery,
  hasDeliveredSince,
  insertDelivery,
  listDeliveries,
  recordTry,
  releaseDelivery,
  replayDelivery,
  takeDueDeliveries,
} from '#webhooks/deliveries.ts';
export { maxTries } from '#webhooks/tellWebhooks.ts';
export {
  type WebhookRecord,
  countDeliveries,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  lockWebhook,
  pauseWebhook,
  updateWebhook,
} from '#webhooks/webhooks.ts';
export { insertRows, listMoments, readRows, type Row } from '#recording/rows.ts';
export { insertWholeLog } from '#recording/insertWholeLog.ts';
export {
  deleteHold,
  isHeld,
  listHeldAttempts,
  listHolds,
  putHold,
} from '#retention/candidateHolds.ts';
export { type Due, listDue, nameDue } from '#retention/listDue.ts';
export {
  type RetentionNightRecord,
  claimNight,
  findNight,
  listNights,
  recordNight,
} from '#retention/retentionNights.ts';
export {
  type AuditFilter,
  type AuditPlace,
  listAuditDomains,
  nameAudit,
  searchAudit,
} from '#audit/searchAudit.ts';
export { type NamedSubject, nameSubjects } from '#audit/nameSubjects.ts';
export { backUpFolder } from '#dataFolder/backUpFolder.ts';
export { askForBackup, serveBackups } from '#dataFolder/backupSocket.ts';
export { restoreFolder } from '#dataFolder/restoreFolder.ts';
export { markMoved, requireNotMoved } from '#dataFolder/movedMark.ts';
export { moveDatabase, type MovedTable } from '#moving/moveDatabase.ts';
export { MoveProblem } from '#moving/MoveProblem.ts';
