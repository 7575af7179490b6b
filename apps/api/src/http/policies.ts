import { type contract, StaffRole, type TokenScope } from '@assay/contracts/http';
import type { AnyContractProcedure } from '@orpc/contract';

/**
 * Who may call: everybody, the candidate of the attempt in question, who holds a personal link to the live session
 * in question, or members of staff by role.
 */
export type Policy = 'anyone' | 'candidate' | 'participant' | readonly StaffRole[];

/** What a token needs: a scope, nothing more than to work, or something that no token has. */
export type TokenPolicy = TokenScope | 'any' | 'never';

type RouteNames<Routes> = {
  [Name in keyof Routes & string]: Routes[Name] extends AnyContractProcedure
    ? Name
    : `${Name}.${RouteNames<Routes[Name]>}`;
}[keyof Routes & string];

/** A route of the contract, by its place in it: `candidate.submit`. */
export type RouteName = RouteNames<typeof contract>;

/** Routes of those who hold a link, or nothing. */
type LinkRoute = Extract<
  RouteName,
  | `candidate.${string}`
  | 'getSignOn'
  | 'live.openLink'
  | 'live.getOwn'
  | 'live.askFocus'
  | 'live.endFocus'
>;
export type StaffRoute = Exclude<RouteName, LinkRoute>;

const staff = ['admin', 'reviewer', 'interviewer'] as const;
const graders = ['admin', 'reviewer'] as const;
const authors = ['admin', 'author'] as const;
const admins = ['admin'] as const;
/** Of live sessions; an interviewer only of those that they lead. */
const hosts = ['admin', 'interviewer'] as const;
const everyMember = StaffRole.options;

/**
 * Who may do what, for every route. Without the session that a policy asks for the answer is 401,
 * with a role that it does not name 403, and for an attempt or a live session of somebody else 404.
 */
export const policies: Record<LinkRoute, Exclude<Policy, readonly StaffRole[]>> &
  Record<StaffRoute, readonly StaffRole[]> = {
  getSignOn: 'anyone',
  'candidate.openInvitation': 'anyone',
  'candidate.getAttempt': 'candidate',
  'candidate.startAttempt': 'candidate',
  'candidate.finishAttempt': 'candidate',
  'candidate.startChallenge': 'candidate',
  'candidate.finishChallenge': 'candidate',
  'candidate.chooseLanguage': 'candidate',
  'candidate.withdraw': 'candidate',
  'candidate.listMessages': 'candidate',
  'candidate.ask': 'candidate',
  'candidate.getPractice': 'candidate',
  'candidate.practise': 'candidate',
  'candidate.explorePractice': 'candidate',
  'candidate.getWorkspace': 'candidate',
  'candidate.replaceWorkspace': 'candidate',
  'candidate.getVersion': 'candidate',
  'candidate.explore': 'candidate',
  'candidate.cancelSubmission': 'candidate',
  'candidate.submit': 'candidate',
  'candidate.listSubmissions': 'candidate',
  'candidate.recordActivity': 'candidate',
  'candidate.getRecord': 'candidate',
  'candidate.downloadRecord': 'candidate',
  'candidate.getFeedback': 'candidate',
  'candidate.requestErasure': 'candidate',
  'candidate.withdrawErasure': 'candidate',
  'candidate.getDeclaration': 'candidate',
  'candidate.declare': 'candidate',
  'review.listAttempts': staff,
  'review.getAttempt': staff,
  'review.getHistory': staff,
  'review.getHistoryUpdates': staff,
  'review.getRhythm': graders,
  'review.getSimilarity': graders,
  'review.listSimilarPairs': graders,
  'review.getSimilarPair': graders,
  'review.releaseFeedback': graders,
  'review.rejudge': graders,
  'review.getReference': graders,
  'review.runCopy': graders,
  'review.listComments': staff,
  'review.saveComment': graders,
  'review.deleteComment': graders,
  'review.saveReview': graders,
  'review.submitReview': graders,
  'review.overrideScore': graders,
  'review.decide': graders,
  'admin.listAssessments': admins,
  'admin.listInvitations': admins,
  'admin.getSourceFigures': admins,
  'admin.invite': admins,
  'admin.inviteMany': admins,
  'admin.renewInvitation': admins,
  'admin.getMail': admins,
  'admin.previewInvitations': admins,
  'admin.revokeInvitation': admins,
  'admin.setTime': admins,
  'admin.getTime': admins,
  'admin.giveTime': admins,
  'admin.listConversations': admins,
  'admin.answer': admins,
  'admin.listErasures': admins,
  'admin.eraseAttempt': admins,
  'admin.listMembers': admins,
  'admin.addMember': admins,
  'admin.removeMember': admins,
  'admin.listDueErasures': admins,
  'admin.listRetentionNights': admins,
  'admin.listHolds': admins,
  'admin.holdCandidate': admins,
  'admin.releaseCandidate': admins,
  'admin.searchAudit': admins,
  'admin.listWebhooks': admins,
  'admin.createWebhook': admins,
  'admin.changeWebhook': admins,
  'admin.rotateWebhookSecret': admins,
  'admin.deleteWebhook': admins,
  'admin.testWebhook': admins,
  'admin.listDeliveries': admins,
  'admin.replayDelivery': admins,
  'author.listChallenges': authors,
  'author.getChallenge': authors,
  'author.getVersion': authors,
  'author.getFigures': authors,
  'author.saveVersion': authors,
  'author.createChallenge': authors,
  'author.importChallenge': authors,
  'author.downloadVersion': authors,
  'author.retireChallenge': authors,
  'author.restoreChallenge': authors,
  'author.deleteChallenge': authors,
  'author.verify': authors,
  'author.getVerification': authors,
  'author.cancelVerification': authors,
  'hiring.listOfferedChallenges': admins,
  'hiring.getAssessment': admins,
  'hiring.createAssessment': admins,
  'hiring.saveAssessment': admins,
  'hiring.addAssessmentVersion': admins,
  'hiring.listRoles': admins,
  'hiring.getRole': admins,
  'hiring.createRole': admins,
  'hiring.saveRole': admins,
  'hiring.deleteRole': admins,
  'live.listSessions': hosts,
  'live.listChoices': hosts,
  'live.createSession': hosts,
  'live.getSession': hosts,
  'live.editSession': hosts,
  'live.eraseSession': hosts,
  'live.addParticipant': hosts,
  'live.renewLink': hosts,
  'live.removeParticipant': hosts,
  'live.admit': hosts,
  'live.setEditing': hosts,
  'live.start': hosts,
  'live.end': hosts,
  'live.setLock': hosts,
  'live.setMeeting': hosts,
  'live.addPrepared': hosts,
  'live.giveFocus': hosts,
  'live.getReplay': staff,
  'live.getReplayUpdates': staff,
  'live.getReplayRun': staff,
  'live.listReplayShares': hosts,
  'live.shareReplay': hosts,
  'live.unshareReplay': hosts,
  'live.getScorecards': hosts,
  'live.saveScorecard': hosts,
  'live.submitScorecard': hosts,
  'candidates.listKits': hosts,
  'candidates.getCandidate': hosts,
  'candidates.saveKitScorecard': hosts,
  'candidates.submitKitScorecard': hosts,
  'fairness.getReviewFigures': admins,
  'fairness.getGroupFigures': admins,
  'tokens.listTokens': authors,
  'tokens.listScopes': authors,
  'tokens.createToken': authors,
  'tokens.revokeToken': authors,
  'reports.getReport': staff,
  'reports.downloadReport': staff,
  'reports.compare': staff,
  'reports.downloadExport': admins,
  'live.openLink': 'anyone',
  'live.getOwn': 'participant',
  'live.askFocus': 'participant',
  'live.endFocus': 'participant',
  setPassword: everyMember,
  me: everyMember,
};

/**
 * What a program needs to call a route of staff in the name of a member, beside that member's role: a scope, any
 * token, or never, where a person has to be there. People score, decide and let others in; programs do not.
 */
export const tokenPolicies: Record<StaffRoute, TokenPolicy> = {
  'review.listAttempts': 'reviews:read',
  'review.getAttempt': 'reviews:read',
  'review.getHistory': 'reviews:read',
  'review.getHistoryUpdates': 'reviews:read',
  'review.getRhythm': 'reviews:read',
  'review.getSimilarity': 'reviews:read',
  'review.listSimilarPairs': 'reviews:read',
  'review.getSimilarPair': 'reviews:read',
  'review.getReference': 'reviews:read',
  'review.listComments': 'reviews:read',
  'review.saveComment': 'never',
  'review.deleteComment': 'never',
  'review.runCopy': 'reviews:write',
  'review.releaseFeedback': 'reviews:write',
  'review.rejudge': 'reviews:write',
  'review.saveReview': 'never',
  'review.submitReview': 'never',
  'review.overrideScore': 'never',
  'review.decide': 'never',
  'admin.listAssessments': 'assessments:read',
  'admin.listInvitations': 'candidates:read',
  'admin.getSourceFigures': 'candidates:read',
  'admin.invite': 'candidates:write',
  'admin.inviteMany': 'candidates:write',
  'admin.renewInvitation': 'candidates:write',
  'admin.getMail': 'candidates:read',
  'admin.previewInvitations': 'candidates:read',
  'admin.revokeInvitation': 'candidates:write',
  'admin.setTime': 'candidates:write',
  'admin.getTime': 'candidates:read',
  'admin.giveTime': 'candidates:write',
  'admin.listConversations': 'candidates:read',
  'admin.answer': 'candidates:write',
  'admin.listErasures': 'candidates:read',
  'admin.eraseAttempt': 'candidates:write',
  'admin.listMembers': 'organisation:read',
  'admin.addMember': 'never',
  'admin.removeMember': 'never',
  'admin.listDueErasures': 'candidates:read',
  'admin.listRetentionNights': 'candidates:read',
  'admin.listHolds': 'candidates:read',
  'admin.holdCandidate': 'candidates:write',
  'admin.releaseCandidate': 'never',
  'admin.searchAudit': 'organisation:read',
  'admin.listWebhooks': 'organisation:read',
  'admin.createWebhook': 'never',
  'admin.changeWebhook': 'never',
  'admin.rotateWebhookSecret': 'never',
  'admin.deleteWebhook': 'never',
  'admin.testWebhook': 'never',
  'admin.listDeliveries': 'organisation:read',
  'admin.replayDelivery': 'never',
  'author.listChallenges': 'challenges:read',
  'author.getChallenge': 'challenges:read',
  'author.getVersion': 'challenges:read',
  'author.getFigures': 'challenges:read',
  'author.saveVersion': 'challenges:write',
  'author.createChallenge': 'challenges:write',
  'author.importChallenge': 'challenges:write',
  'author.downloadVersion': 'challenges:read',
  'author.retireChallenge': 'challenges:write',
  'author.restoreChallenge': 'challenges:write',
  'author.deleteChallenge': 'challenges:write',
  'author.verify': 'challenges:write',
  'author.getVerification': 'challenges:read',
  'author.cancelVerification': 'challenges:write',
  'hiring.listOfferedChallenges': 'assessments:read',
  'hiring.getAssessment': 'assessments:read',
  'hiring.createAssessment': 'assessments:write',
  'hiring.saveAssessment': 'assessments:write',
  'hiring.addAssessmentVersion': 'assessments:write',
  'hiring.listRoles': 'assessments:read',
  'hiring.getRole': 'assessments:read',
  'hiring.createRole': 'assessments:write',
  'hiring.saveRole': 'assessments:write',
  'hiring.deleteRole': 'assessments:write',
  'live.listSessions': 'live:read',
  'live.listChoices': 'live:read',
  'live.createSession': 'live:write',
  'live.getSession': 'live:read',
  'live.editSession': 'live:write',
  'live.eraseSession': 'live:write',
  'live.addParticipant': 'live:write',
  'live.renewLink': 'live:write',
  'live.removeParticipant': 'live:write',
  'live.admit': 'live:write',
  'live.setEditing': 'live:write',
  'live.start': 'live:write',
  'live.end': 'live:write',
  'live.setLock': 'live:write',
  'live.setMeeting': 'live:write',
  'live.addPrepared': 'live:write',
  'live.giveFocus': 'live:write',
  'live.getReplay': 'live:read',
  'live.getReplayUpdates': 'live:read',
  'live.getReplayRun': 'live:read',
  'live.listReplayShares': 'live:read',
  'live.shareReplay': 'live:write',
  'live.unshareReplay': 'live:write',
  'live.getScorecards': 'live:read',
  'live.saveScorecard': 'never',
  'live.submitScorecard': 'never',
  'candidates.listKits': 'assessments:read',
  'candidates.getCandidate': 'candidates:read',
  'reports.getReport': 'reviews:read',
  'reports.downloadReport': 'reviews:read',
  'reports.compare': 'reviews:read',
  'reports.downloadExport': 'never',
  'candidates.saveKitScorecard': 'never',
  'candidates.submitKitScorecard': 'never',
  'fairness.getReviewFigures': 'organisation:read',
  'fairness.getGroupFigures': 'organisation:read',
  'tokens.listTokens': 'never',
  'tokens.listScopes': 'never',
  'tokens.createToken': 'never',
  'tokens.revokeToken': 'never',
  setPassword: 'never',
  me: 'any',
};

/** Whether a route is one of staff, for whom `policies` names roles and `tokenPolicies` scopes. */
export const isStaffRoute = (route: RouteName): route is StaffRoute => route in tokenPolicies;

/**
 * Who of staff sees whose work they look at before any score of their own is in: those who invite, and those who
 * meet candidates. Everybody else sees it once their own review is submitted.
 */
export const identityPolicy: readonly StaffRole[] = ['admin', 'interviewer'];

/** Who may do what over a socket; `own`: the candidate of that attempt. */
export const socketPolicies = {
  'workspace:open': { own: true, staff },
  'workspace:update': { own: true, staff: [] },
} as const satisfies Record<string, { own: boolean; staff: readonly StaffRole[] }>;

/** Who hears over a socket of attempts and their submissions, and of verifications. */
export const roomPolicies: Record<'staff' | 'authors', readonly StaffRole[]> = { staff, authors };
