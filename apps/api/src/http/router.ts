import {
  finishAttemptRoute,
  finishChallengeRoute,
  getAttempt,
  startAttemptRoute,
  startChallengeRoute,
  withdrawRoute,
} from '#attempts/attemptRoutes.ts';
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
import { eraseAttemptRoute, listErasuresRoute } from '#erasures/erasureRoutes.ts';
import { requestErasureRoute, withdrawErasureRoute } from '#erasures/requestErasure.ts';
import { exploreRoute } from '#explorations/explore.ts';
import { getFeedbackRoute } from '#feedback/getFeedback.ts';
import { releaseFeedbackRoute } from '#feedback/releaseFeedback.ts';
import { inviteRoute } from '#invitations/invite.ts';
import { listAssessmentsRoute, listInvitationsRoute } from '#invitations/listRoutes.ts';
import { openInvitationRoute } from '#invitations/openInvitation.ts';
import { revokeInvitationRoute } from '#invitations/revokeInvitation.ts';
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
import { getScorecardsRoute } from '#live/scorecards/getScorecards.ts';
import { saveScorecardRoute, submitScorecardRoute } from '#live/scorecards/writeScorecard.ts';
import {
  addPreparedRoute,
  giveFocusRoute,
  setLockRoute,
  setMeetingRoute,
} from '#live/workspaceRoutes.ts';
import { addMemberRoute, listMembersRoute, meRoute } from '#members/memberRoutes.ts';
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
import { getReviewedAttemptRoute } from '#reviews/getReviewedAttempt.ts';
import { listAttemptsRoute } from '#reviews/listAttemptsRoute.ts';
import { rejudgeRoute } from '#reviews/rejudge.ts';
import { saveReviewRoute, submitReviewRoute } from '#reviews/writeReview.ts';
import { cancelSubmissionRoute } from '#submissions/cancelSubmission.ts';
import { listSubmissionsRoute } from '#submissions/listSubmissionsRoute.ts';
import { submitRoute } from '#submissions/submit.ts';
import { getVersionRoute } from '#workspaces/getVersion.ts';
import { getWorkspaceRoute, replaceWorkspaceRoute } from '#workspaces/workspaceRoutes.ts';
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
  },
  review: {
    listAttempts: listAttemptsRoute,
    getAttempt: getReviewedAttemptRoute,
    releaseFeedback: releaseFeedbackRoute,
    rejudge: rejudgeRoute,
    saveReview: saveReviewRoute,
    submitReview: submitReviewRoute,
  },
  admin: {
    listAssessments: listAssessmentsRoute,
    listInvitations: listInvitationsRoute,
    invite: inviteRoute,
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
  },
  author: {
    listChallenges: listChallengesRoute,
    getChallenge: getChallengeRoute,
    getVersion: getChallengeVersionRoute,
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
    getScorecards: getScorecardsRoute,
    saveScorecard: saveScorecardRoute,
    submitScorecard: submitScorecardRoute,
    openLink: openLinkRoute,
    getOwn: getOwnRoute,
    askFocus: askFocusRoute,
    endFocus: endFocusRoute,
  },
  setPassword: setPasswordRoute,
  me: meRoute,
});
