import type { Files } from '@assay/contracts/workspace';
import type { ChallengeVersion } from '@assay/contracts/challenge';
import {
  findInvitationByTokenHash,
  insertAssessment,
  type NewAssessment,
  listAssessmentChallenges,
  listRetired,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { invitationLink, invite } from '#invitations/invite.ts';
import { addMember } from '#members/addMember.ts';
import { derivedToken, hashToken } from '#sessions/secretToken.ts';
import {
  demoAssessment,
  demoCandidate,
  demoChallenges,
  demoMembers,
  demoShortTasks,
} from './demoContent.ts';
import { seedFinishedAttempt } from './seedFinishedAttempt.ts';

export type DemoLinks = { candidate: string; reviewer: string; interviewer: string; admin: string };
export type DemoOptions = {
  /** Whether somebody has done their work already, for the judge to judge and a reviewer to review. */
  finishedAttempt: boolean;
};
export type DemoChallenge = ChallengeVersion & { wrong: Record<string, { files: Files }> };

/** The demo's candidate may come back whenever somebody starts the program. */
const expiresInDays = 3_650;

/**
 * Makes the demo where it is not there yet: staff, assessments, an invited candidate, and, if wanted, a finished
 * attempt whose submissions go through the queue like any other. Its links work now; staff's work once, within a day.
 */
export async function seedDemo(
  services: Services,
  { secret, challenges }: { secret: string; challenges: DemoChallenge[] },
  { finishedAttempt }: DemoOptions = { finishedAttempt: true },
): Promise<DemoLinks> {
  const find = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => challenges.find(({ judged }) => judged.slug === slug) ?? []);
  const ours = find(demoChallenges);
  if (ours.length === 0)
    throw new Error(`The demo needs one of the challenges ${demoChallenges.join(', ')}.`);
  await seedAssessment(services, demoAssessment, ours);
  const short = find(demoShortTasks.challenges);
  // Each of its challenges has its minutes, so it is all of them or none.
  if (short.length === demoShortTasks.challenges.length)
    await seedAssessment(services, demoShortTasks.assessment, short);
  if (finishedAttempt)
    await seedFinishedAttempt(services, {
      token: derivedToken(secret, 'demo: finished attempt'),
      challenges,
    });
  return {
    candidate: await inviteCandidate(services, secret),
    reviewer: await signInLink(services, demoMembers.reviewer),
    interviewer: await signInLink(services, demoMembers.interviewer),
    admin: await signInLink(services, demoMembers.admin),
  };
}

async function seedAssessment(
  { db, now }: Services,
  assessment: Omit<NewAssessment, 'challengeHashes' | 'at'> & { id: string },
  challenges: ChallengeVersion[],
): Promise<void> {
  const at = now();
  await db.transaction(async (tx) => {
    if ((await listAssessmentChallenges(tx, assessment.id)).length > 0) return;
    const challengeHashes = challenges.map(({ judged }) => judged.hash);
    if ((await listRetired(tx, challengeHashes)).length > 0) return;
    await insertAssessment(tx, { ...assessment, challengeHashes, at });
    await recordAudit(tx, {
      at,
      actor: 'system',
      action: 'assessment.created',
      subject: `assessment:${assessment.id}`,
    });
  });
}

/** The link of the demo's candidate; once they have finished, that of a new attempt. */
async function inviteCandidate(services: Services, secret: string): Promise<string> {
  for (let turn = 1; ; turn += 1) {
    const token = derivedToken(secret, `demo: candidate ${turn}`);
    const known = await findInvitationByTokenHash(services.db, hashToken(token));
    if (known === undefined) {
      const invited = await invite(services, {
        ...demoCandidate,
        assessmentId: demoAssessment.id,
        expiresInDays,
        token,
        actor: 'system',
      });
      if (!invited.ok)
        throw new Error(`The demo's candidate cannot be invited: ${invited.message}`);
      return invited.link;
    }
    const open = known.attempt.state === 'invited' || known.attempt.state === 'running';
    if (open && known.invitation.revokedAt === null)
      return invitationLink(services.publicUrl, token);
  }
}

async function signInLink(
  services: Services,
  member: (typeof demoMembers)[keyof typeof demoMembers],
): Promise<string> {
  // Already there after the first start.
  await addMember(services, { ...member, actor: 'system' });
  return services.staffAuth.createSignInLink(member.email);
}
