import { type contract, StaffRole } from '@assay/contracts/http';
import type { AnyContractProcedure } from '@orpc/contract';

/**
 * Who may call: everybody, the candidate of the attempt in question, who holds a personal link to the live session
 * in question, or members of staff by role.
 */
export type Policy = 'anyone' | 'candidate' | 'participant' | readonly StaffRole[];

type RouteNames<Routes> = {
  [Name in keyof Routes & string]: Routes[Name] extends AnyContractProcedure
    ? Name
    : `${Name}.${RouteNames<Routes[Name]>}`;
}[keyof Routes & string];

/** A route of the contract, by its place in it: `candidate.submit`. */
export type RouteName = RouteNames<typeof contract>;

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
export const policies: Record<RouteName, Policy> = {
  'candidate.openInvitation': 'anyone',
  'candidate.getAttempt': 'candidate',
  'candidate.startAttempt': 'candidate',
  'candidate.finishAttempt': 'candidate',
  'candidate.startChallenge': 'candidate',
  'candidate.finishChallenge': 'candidate',
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
  'review.listAttempts': staff,
  'review.getAttempt': staff,
  'review.releaseFeedback': graders,
  'review.rejudge': graders,
  'review.saveReview': graders,
  'review.submitReview': graders,
  'admin.listAssessments': admins,
  'admin.listInvitations': admins,
  'admin.invite': admins,
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
  'author.listChallenges': authors,
  'author.getChallenge': authors,
  'author.getVersion': authors,
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
  'live.getScorecards': hosts,
  'live.saveScorecard': hosts,
  'live.submitScorecard': hosts,
  'live.openLink': 'anyone',
  'live.getOwn': 'participant',
  'live.askFocus': 'participant',
  'live.endFocus': 'participant',
  setPassword: everyMember,
  me: everyMember,
};

/** Who may do what over a socket; `own`: the candidate of that attempt. */
export const socketPolicies = {
  'workspace:open': { own: true, staff },
  'workspace:update': { own: true, staff: [] },
} as const satisfies Record<string, { own: boolean; staff: readonly StaffRole[] }>;

/** Who hears over a socket of attempts and their submissions, and of verifications. */
export const roomPolicies: Record<'staff' | 'authors', readonly StaffRole[]> = { staff, authors };
