import { finishAttemptRoute, getAttempt, startAttemptRoute } from '#attempts/attemptRoutes.ts';
import {
  getChallengeRoute,
  getVersionRoute as getChallengeVersionRoute,
  listChallengesRoute,
} from '#authoring/readRoutes.ts';
import { saveVersionRoute } from '#authoring/saveVersion.ts';
import { cancelVerificationRoute, getVerificationRoute, verifyRoute } from '#authoring/verify.ts';
import { exploreRoute } from '#explorations/explore.ts';
import { inviteRoute } from '#invitations/invite.ts';
import { listAssessmentsRoute, listInvitationsRoute } from '#invitations/listRoutes.ts';
import { openInvitationRoute } from '#invitations/openInvitation.ts';
import { revokeInvitationRoute } from '#invitations/revokeInvitation.ts';
import { addMemberRoute, listMembersRoute, meRoute } from '#members/memberRoutes.ts';
import { setPasswordRoute } from '#members/setPassword.ts';
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
    getWorkspace: getWorkspaceRoute,
    replaceWorkspace: replaceWorkspaceRoute,
    getVersion: getVersionRoute,
    explore: exploreRoute,
    cancelSubmission: cancelSubmissionRoute,
    submit: submitRoute,
    listSubmissions: listSubmissionsRoute,
  },
  review: {
    listAttempts: listAttemptsRoute,
    getAttempt: getReviewedAttemptRoute,
    rejudge: rejudgeRoute,
    saveReview: saveReviewRoute,
    submitReview: submitReviewRoute,
  },
  admin: {
    listAssessments: listAssessmentsRoute,
    listInvitations: listInvitationsRoute,
    invite: inviteRoute,
    revokeInvitation: revokeInvitationRoute,
    listMembers: listMembersRoute,
    addMember: addMemberRoute,
  },
  author: {
    listChallenges: listChallengesRoute,
    getChallenge: getChallengeRoute,
    getVersion: getChallengeVersionRoute,
    saveVersion: saveVersionRoute,
    verify: verifyRoute,
    getVerification: getVerificationRoute,
    cancelVerification: cancelVerificationRoute,
  },
  setPassword: setPasswordRoute,
  me: meRoute,
});
