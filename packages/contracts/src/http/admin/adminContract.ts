import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { AttemptState } from '#http/candidate/candidateAttempt.ts';

export const StaffRole = z.enum(['admin', 'reviewer', 'interviewer', 'author']);
export type StaffRole = z.infer<typeof StaffRole>;

export const Member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.email(),
  role: StaffRole,
});
export type Member = z.infer<typeof Member>;

export const Assessment = z.object({
  id: z.uuid(),
  title: z.string(),
  minutes: z.int(),
  challenges: z.array(z.object({ slug: Slug, title: z.string() })),
});
export type Assessment = z.infer<typeof Assessment>;

export const InvitationRow = z.object({
  id: z.uuid(),
  attemptId: z.uuid(),
  candidateName: z.string(),
  candidateEmail: z.email(),
  assessmentTitle: z.string(),
  state: z.enum(['open', 'expired', 'revoked']),
  attemptState: AttemptState,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

export const adminContract = {
  listAssessments: oc
    .route({
      method: 'GET',
      path: '/assessments',
      summary: 'Assessments that candidates can be invited to',
    })
    .output(z.array(Assessment)),
  listInvitations: oc
    .route({ method: 'GET', path: '/invitations', summary: 'Invitations, newest first' })
    .input(z.object({ page: z.coerce.number().int().min(1).default(1) }))
    .output(
      z.object({ rows: z.array(InvitationRow), total: z.int(), page: z.int(), pageSize: z.int() }),
    ),
  invite: oc
    .route({
      method: 'POST',
      path: '/invitations',
      successStatus: 201,
      summary: 'Invite a candidate',
    })
    .input(
      z.object({
        assessmentId: z.uuid(),
        candidateName: z.string().trim().min(1, 'A name is needed.').max(200),
        candidateEmail: z.email(),
        expiresInDays: z.int().min(1).max(90).default(14),
      }),
    )
    /** The link is shown this once: only its hash is stored. */
    .output(z.object({ invitation: InvitationRow, link: z.url() })),
  revokeInvitation: oc
    .route({
      method: 'POST',
      path: '/invitations/{invitationId}/revoke',
      summary: 'Make a link useless',
    })
    .input(z.object({ invitationId: z.uuid() }))
    .output(InvitationRow),
  listMembers: oc
    .route({ method: 'GET', path: '/members', summary: 'People who work with this installation' })
    .output(z.array(Member)),
  addMember: oc
    .route({ method: 'POST', path: '/members', successStatus: 201, summary: 'Add a member' })
    .input(z.object({ name: z.string().trim().min(1).max(200), email: z.email(), role: StaffRole }))
    /** A sign-in link that works once, within a day. */
    .output(z.object({ member: Member, link: z.url() }))
    .errors({
      EMAIL_TAKEN: { status: 409, message: 'Somebody with this address is a member already.' },
    }),
};
