import {
  chooseLanguageRoute,
  finishAttemptRoute,
  finishChallengeRoute,
  getAttempt,
  startAttemptRoute,
  startChallengeRoute,
  withdrawRoute,
} from '#attempts/attemptRoutes.ts';
import { searchAuditRoute } from '#audit/searchAuditRoute.ts';
import { addAssessmentVersionRoute } from '#assessments/addVersion.ts';
import { createAssessmentRoute } from '#assessments/createAssessment.ts';
import { listOfferedChallengesRoute } from '#assessments/listOfferedChallenges.ts';
import { getAssessmentRoute } from '#assessments/loadAssessment.ts';
import { saveAssessmentRoute } from '#assessments/saveAssessment.ts';
import { getCandidateRoute } from '#candidates/getCandidate.ts';
import { listKitsRoute } from '#candidates/listKits.ts';
import { saveKitScorecardRoute, submitKitScorecardRoute } from '#candidates/writeKitCard.ts';
import { getTimeRoute, giveTimeRoute } from '#clock/timeRoutes.ts';
import { createChallengeRoute } from '#authoring/createChallenge.ts';
import { deleteChallengeRoute } from '#authoring/deleteChallenge.ts';
import { downloadVersionRoute } from '#authoring/downloadVersion.ts';
import { importChallengeRoute } from '#authoring/importChallenge.ts';
import {
  getChallengeRoute,
  getVersionRoute as getChallengeVersionRoute,
  listChallengesRoute,
} from '#authoring/readRoutes.ts';
import { restoreChallengeRoute, retireChallengeRoute } from '#authoring/retire.ts';
import { saveVersionRoute } from '#authoring/saveVersion.ts';
import { cancelVerificationRoute, getVerificationRoute, verifyRoute } from '#authoring/verify.ts';
import { declareRoute, getDeclarationRoute } from '#declarations/declare.ts';
import { eraseAttemptRoute, listErasuresRoute } from '#erasures/erasureRoutes.ts';
import {
  holdCandidateRoute,
  listDueErasuresRoute,
  listHoldsRoute,
  listRetentionNightsRoute,
  releaseCandidateRoute,
} from '#erasures/retentionRoutes.ts';
import { requestErasureRoute, withdrawErasureRoute } from '#erasures/requestErasure.ts';
import { downloadExportRoute } from '#exports/downloadExport.ts';
import { exploreRoute } from '#explorations/explore.ts';
import { getFeedbackRoute } from '#feedback/getFeedback.ts';
import { getGroupFiguresRoute } from '#fairness/getGroupFigures.ts';
import { getReviewFiguresRoute } from '#fairness/getReviewFigures.ts';
import { getFiguresRoute } from '#fairness/getChallengeFigures.ts';
import { releaseFeedbackRoute } from '#feedback/releaseFeedback.ts';
import { inviteRoute } from '#invitations/invite.ts';
import { inviteManyRoute } from '#invitations/inviteMany.ts';
import { previewInvitationsRoute } from '#invitations/previewInvitations.ts';
import {
  getMailRoute,
  getSourceFiguresRoute,
  listAssessmentsRoute,
  listInvitationsRoute,
} from '#invitations/listRoutes.ts';
import { openInvitationRoute } from '#invitations/openInvitation.ts';
import { revokeInvitationRoute } from '#invitations/revokeInvitation.ts';
import { renewInvitationRoute } from '#invitations/renewInvitation.ts';
import { setTimeRoute } from '#invitations/setTime.ts';
import { createSessionRoute } from '#live/createSession.ts';
import { listChoicesRoute } from '#live/listChoices.ts';
import { askFocusRoute, endFocusRoute, getOwnRoute, openLinkRoute } from '#live/ownRoutes.ts';
import {
  addParticipantRoute,
  admitRoute,
  removeParticipantRoute,
  renewLinkRoute,
  setEditingRoute,
} from '#live/peopleRoutes.ts';
import {
  editSessionRoute,
  endRoute,
  eraseSessionRoute,
  getSessionRoute,
  listSessionsRoute,
  startRoute,
} from '#live/sessionRoutes.ts';
import { getReplayRoute } from '#live/replay/getReplay.ts';
import { getReplayRunRoute } from '#live/replay/getReplayRun.ts';
import { getReplayUpdatesRoute } from '#live/replay/getReplayUpdates.ts';
import {
  listReplaySharesRoute,
  shareReplayRoute,
  unshareReplayRoute,
} from '#live/replay/replayShares.ts';
import { getScorecardsRoute } from '#live/scorecards/getScorecards.ts';
import { saveScorecardRoute, submitScorecardRoute } from '#live/scorecards/writeScorecard.ts';
import {
  addPreparedRoute,
  giveFocusRoute,
  setLockRoute,
  setMeetingRoute,
} from '#live/workspaceRoutes.ts';
import { addMemberRoute, listMembersRoute, meRoute } from '#members/memberRoutes.ts';
import { removeMemberRoute } from '#members/removeMember.ts';
import {
  answerRoute,
  askRoute,
  listConversationsRoute,
  listMessagesRoute,
} from '#messages/messageRoutes.ts';
import { setPasswordRoute } from '#members/setPassword.ts';
import { explorePracticeRoute, getPracticeRoute, practiseRoute } from '#practice/practiceRoutes.ts';
import { recordActivityRoute } from '#record/recordActivity.ts';
import { downloadRecordRoute, getRecordRoute } from '#record/recordRoutes.ts';
import { deleteCommentRoute, listCommentsRoute, saveCommentRoute } from '#reviews/commentRoutes.ts';
import { compareRoute } from '#reports/compare.ts';
import { downloadReportRoute, getReportRoute } from '#reports/getReport.ts';
import { getHistoryRoute, getHistoryUpdatesRoute } from '#reviews/getHistory.ts';
import { getRhythmRoute } from '#reviews/rhythm/getRhythm.ts';
import { getReviewedAttemptRoute } from '#reviews/getReviewedAttempt.ts';
import { getReferenceRoute } from '#reviews/getReference.ts';
import { listAttemptsRoute } from '#reviews/listAttemptsRoute.ts';
import { decideRoute, overrideScoreRoute } from '#reviews/decide.ts';
import { rejudgeRoute } from '#reviews/rejudge.ts';
import { runCopyRoute } from '#reviews/runCopy.ts';
import { saveReviewRoute, submitReviewRoute } from '#reviews/writeReview.ts';
import { getSimilarityRoute } from '#similarity/getSimilarity.ts';
import { getSimilarPairRoute } from '#similarity/getSimilarPair.ts';
import { listSimilarPairsRoute } from '#similarity/listSimilarPairs.ts';
import { getRoleRoute, listRolesRoute } from '#roles/loadRole.ts';
import { createRoleRoute, deleteRoleRoute, saveRoleRoute } from '#roles/writeRole.ts';
import { getSignOnRoute } from '#signOn/signOnRoutes.ts';
import { cancelSubmissionRoute } from '#submissions/cancelSubmission.ts';
import { listSubmissionsRoute } from '#submissions/listSubmissionsRoute.ts';
import { submitRoute } from '#submissions/submit.ts';
import { getVersionRoute } from '#workspaces/getVersion.ts';
import { getWorkspaceRoute, replaceWorkspaceRoute } from '#workspaces/workspaceRoutes.ts';
import { createTokenRoute } from '#tokens/createToken.ts';
import { listScopesRoute } from '#tokens/listScopes.ts';
import { listTokensRoute } from '#tokens/listTokens.ts';
import { revokeTokenRoute } from '#tokens/revokeToken.ts';
import {
  listDeliveriesRoute,
  replayDeliveryRoute,
  testWebhookRoute,
} from '#webhooks/deliveryRoutes.ts';
import {
  changeWebhookRoute,
  createWebhookRoute,
  deleteWebhookRoute,
  listWebhooksRoute,
  rotateWebhookSecretRoute,
} from '#webhooks/webhookRoutes.ts';
import { routes } from './routes.ts';

/** The contract, implemented. */
export const router = routes.router({
  candidate: {
    openInvitation: openInvitationRoute,
    getAttempt,
    startAttempt: startAttemptRoute,
    finishAttempt: finishAttemptRoute,
    startChallenge: startChallengeRoute,
    finishChallenge: finishChallengeRoute,
    chooseLanguage: chooseLanguageRoute,
    withdraw: withdrawRoute,
    listMessages: listMessagesRoute,
    ask: askRoute,
    getPractice: getPracticeRoute,
    practise: practiseRoute,
    explorePractice: explorePracticeRoute,
    getWorkspace: getWorkspaceRoute,
    replaceWorkspace: replaceWorkspaceRoute,
    getVersion: getVersionRoute,
    explore: exploreRoute,
    cancelSubmission: cancelSubmissionRoute,
    submit: submitRoute,
    listSubmissions: listSubmissionsRoute,
    recordActivity: recordActivityRoute,
    getRecord: getRecordRoute,
    downloadRecord: downloadRecordRoute,
    getFeedback: getFeedbackRoute,
    requestErasure: requestErasureRoute,
    withdrawErasure: withdrawErasureRoute,
    getDeclaration: getDeclarationRoute,
    declare: declareRoute,
  },
  review: {
    listAttempts: listAttemptsRoute,
    getAttempt: getReviewedAttemptRoute,
    getHistory: getHistoryRoute,
    getHistoryUpdates: getHistoryUpdatesRoute,
    getRhythm: getRhythmRoute,
    getSimilarity: getSimilarityRoute,
    listSimilarPairs: listSimilarPairsRoute,
    getSimilarPair: getSimilarPairRoute,
    releaseFeedback: releaseFeedbackRoute,
    rejudge: rejudgeRoute,
    getReference: getReferenceRoute,
    runCopy: runCopyRoute,
    listComments: listCommentsRoute,
    saveComment: saveCommentRoute,
    deleteComment: deleteCommentRoute,
    saveReview: saveReviewRoute,
    submitReview: submitReviewRoute,
    overrideScore: overrideScoreRoute,
    decide: decideRoute,
  },
  admin: {
    listAssessments: listAssessmentsRoute,
    listInvitations: listInvitationsRoute,
    getSourceFigures: getSourceFiguresRoute,
    invite: inviteRoute,
    inviteMany: inviteManyRoute,
    renewInvitation: renewInvitationRoute,
    getMail: getMailRoute,
    previewInvitations: previewInvitationsRoute,
    revokeInvitation: revokeInvitationRoute,
    setTime: setTimeRoute,
    getTime: getTimeRoute,
    giveTime: giveTimeRoute,
    listConversations: listConversationsRoute,
    answer: answerRoute,
    listErasures: listErasuresRoute,
    eraseAttempt: eraseAttemptRoute,
    listMembers: listMembersRoute,
    addMember: addMemberRoute,
    removeMember: removeMemberRoute,
    listDueErasures: listDueErasuresRoute,
    listRetentionNights: listRetentionNightsRoute,
    listHolds: listHoldsRoute,
    holdCandidate: holdCandidateRoute,
    releaseCandidate: releaseCandidateRoute,
    searchAudit: searchAuditRoute,
    listWebhooks: listWebhooksRoute,
    createWebhook: createWebhookRoute,
    changeWebhook: changeWebhookRoute,
    rotateWebhookSecret: rotateWebhookSecretRoute,
    deleteWebhook: deleteWebhookRoute,
    testWebhook: testWebhookRoute,
    listDeliveries: listDeliveriesRoute,
    replayDelivery: replayDeliveryRoute,
  },
  reports: {
    getReport: getReportRoute,
    downloadReport: downloadReportRoute,
    compare: compareRoute,
    downloadExport: downloadExportRoute,
  },
  candidates: {
    listKits: listKitsRoute,
    getCandidate: getCandidateRoute,
    saveKitScorecard: saveKitScorecardRoute,
    submitKitScorecard: submitKitScorecardRoute,
  },
  fairness: {
    getReviewFigures: getReviewFiguresRoute,
    getGroupFigures: getGroupFiguresRoute,
  },
  author: {
    listChallenges: listChallengesRoute,
    getChallenge: getChallengeRoute,
    getVersion: getChallengeVersionRoute,
    getFigures: getFiguresRoute,
    saveVersion: saveVersionRoute,
    createChallenge: createChallengeRoute,
    importChallenge: importChallengeRoute,
    downloadVersion: downloadVersionRoute,
    retireChallenge: retireChallengeRoute,
    restoreChallenge: restoreChallengeRoute,
    deleteChallenge: deleteChallengeRoute,
    verify: verifyRoute,
    getVerification: getVerificationRoute,
    cancelVerification: cancelVerificationRoute,
  },
  hiring: {
    listOfferedChallenges: listOfferedChallengesRoute,
    getAssessment: getAssessmentRoute,
    createAssessment: createAssessmentRoute,
    saveAssessment: saveAssessmentRoute,
    addAssessmentVersion: addAssessmentVersionRoute,
    listRoles: listRolesRoute,
    getRole: getRoleRoute,
    createRole: createRoleRoute,
    saveRole: saveRoleRoute,
    deleteRole: deleteRoleRoute,
  },
  live: {
    listSessions: listSessionsRoute,
    listChoices: listChoicesRoute,
    createSession: createSessionRoute,
    getSession: getSessionRoute,
    editSession: editSessionRoute,
    eraseSession: eraseSessionRoute,
    addParticipant: addParticipantRoute,
    renewLink: renewLinkRoute,
    removeParticipant: removeParticipantRoute,
    admit: admitRoute,
    setEditing: setEditingRoute,
    start: startRoute,
    end: endRoute,
    setLock: setLockRoute,
    setMeeting: setMeetingRoute,
    addPrepared: addPreparedRoute,
    giveFocus: giveFocusRoute,
    getReplay: getReplayRoute,
    getReplayUpdates: getReplayUpdatesRoute,
    getReplayRun: getReplayRunRoute,
    listReplayShares: listReplaySharesRoute,
    shareReplay: shareReplayRoute,
    unshareReplay: unshareReplayRoute,
    getScorecards: getScorecardsRoute,
    saveScorecard: saveScorecardRoute,
    submitScorecard: submitScorecardRoute,
    openLink: openLinkRoute,
    getOwn: getOwnRoute,
    askFocus: askFocusRoute,
    endFocus: endFocusRoute,
  },
  tokens: {
    listTokens: listTokensRoute,
    listScopes: listScopesRoute,
    createToken: createTokenRoute,
    revokeToken: revokeTokenRoute,
  },
  getSignOn: getSignOnRoute,
  setPassword: setPasswordRoute,
  me: meRoute,
});
