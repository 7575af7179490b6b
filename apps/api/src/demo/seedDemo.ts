import type { ChallengeVersion } from '@assay/contracts/challenge';
import {
  findInvitationByTokenHash,
  findRole,
  insertAssessment,
  insertRole,
  type NewAssessment,
  listAssessmentChallenges,
  listRetired,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { invitationLink } from '#invitations/invitationToken.ts';
import { invite } from '#invitations/invite.ts';
import { addMember } from '#members/addMember.ts';
import { derivedToken, hashToken } from '#sessions/secretToken.ts';
import {
  demoAssessment,
  demoCandidate,
  demoChallenges,
  demoMembers,
  demoShortTasks,
} from './demoContent.ts';
import { demoRole } from './demoRole.ts';
import { importRecording } from './recording/importRecording.ts';
import { readRecording } from './recording/recording.ts';

export type DemoLinks = { candidate: string; reviewer: string; interviewer: string; admin: string };
export type DemoOptions = {
  /** Whether the recorded weeks of hiring are in it: work of some sixty candidates, judged and reviewed. */
  recorded: boolean;
};

/** The demo's candidate may come back whenever somebody starts the program. */
const expiresInDays = 3_650;

/**
 * Makes the demo where it is not there yet: staff, assessments, an invited candidate, and, if wanted, what was recorded
 * of others. Its links work now; staff's work once, within a day.
 */
export async function seedDemo(
  services: Services,
  { secret, challenges }: { secret: string; challenges: readonly ChallengeVersion[] },
  { recorded }: DemoOptions = { recorded: true },
): Promise<DemoLinks> {
  await seedTemplates(services, challenges);
  if (recorded) await seedRecorded(services);
  return {
    candidate: await inviteCandidate(services, secret),
    reviewer: await signInLink(services, demoMembers.reviewer),
    interviewer: await signInLink(services, demoMembers.interviewer),
    admin: await signInLink(services, demoMembers.admin),
  };
}

/** The role and the assessments that the demo brings, where they are not there yet. */
export async function seedTemplates(
  services: Services,
  challenges: readonly ChallengeVersion[],
): Promise<void> {
  const find = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => challenges.find(({ judged }) => judged.slug === slug) ?? []);
  const ours = find(demoChallenges);
  if (ours.length === 0)
    throw new Error(`The demo needs one of the challenges ${demoChallenges.join(', ')}.`);
  await seedRole(services);
  await seedAssessment(services, demoAssessment, ours);
  const short = find(demoShortTasks.challenges);
  // Each of its challenges has its minutes, so it is all of them or none.
  if (short.length === demoShortTasks.challenges.length)
    await seedAssessment(services, demoShortTasks.assessment, short);
}

/** Weeks of hiring, as they were recorded. A start does not fail for want of them. */
async function seedRecorded(services: Services): Promise<void> {
  try {
    await importRecording(services, await readRecording());
  } catch (error) {
    services.logger.error({ err: error }, 'The recorded part of the demo could not be added');
  }
}

async function seedRole({ db, now }: Services): Promise<void> {
  const at = now();
  await db.transaction(async (tx) => {
    if ((await findRole(tx, demoRole.id)) !== undefined) return;
    const id = await insertRole(tx, { ...demoRole, at });
    await recordAudit(tx, { at, actor: 'system', action: 'role.created', subject: `role:${id}` });
  });
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
        mail: false,
        remindDays: 0,
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
