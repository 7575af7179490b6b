import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { ClockMode, Policies } from '#http/candidate/assessmentTerms.ts';
import { AttemptState, GivenTime } from '#http/candidate/candidateAttempt.ts';
import { Message, MessageText } from '#http/candidate/message.ts';
import { InvitationRow } from './invitationRow.ts';
import { EmailAddress, TimePercent } from './invitee.ts';

export const StaffRole = z.enum(['admin', 'reviewer', 'interviewer', 'author']);
export type StaffRole = z.infer<typeof StaffRole>;

export const Member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.email(),
  role: StaffRole,
});
export type Member = z.infer<typeof Member>;

export const Assessment = z
  .object({
    id: z.uuid(),
    title: z.string(),
    version: z.int(),
    lockedAt: z.iso
      .datetime()
      .optional()
      .describe(
        'When the first invitation to this version went out; absent while it can still be changed.',
      ),
    changedAt: z.iso.datetime(),
    invited: z.int().describe('People invited to it, in all its versions.'),
    role: z.string().optional().describe('The title of the role that it is for.'),
    minutes: z.int(),
    clockMode: ClockMode,
    policies: Policies,
    challenges: z.array(z.object({ slug: Slug, title: z.string() })),
  })
  .describe('The newest version of an assessment.');
export type Assessment = z.infer<typeof Assessment>;

export const ConnectionGap = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime().optional().describe('Absent while it goes on.'),
    side: z.enum(['ours', 'theirs']),
  })
  .describe('A stretch without a connection, and whose side it was on.');
export type ConnectionGap = z.infer<typeof ConnectionGap>;

export const AttemptTime = z
  .object({
    attemptId: z.uuid(),
    state: AttemptState,
    minutes: z
      .int()
      .describe('All the time that the candidate has, without credits, whole minutes.'),
    timePercent: z.int(),
    startedAt: z.iso.datetime().optional(),
    deadline: z.iso.datetime().optional(),
    credits: z.array(GivenTime),
    gaps: z.array(ConnectionGap).describe('Of the time in which the clock ran.'),
  })
  .describe("What an organiser sees of a candidate's time.");
export type AttemptTime = z.infer<typeof AttemptTime>;

export const Conversation = z.object({
  attemptId: z.uuid(),
  attemptState: AttemptState,
  candidateName: z.string(),
  assessmentTitle: z.string(),
  waits: z.boolean().describe("Whether the last word is the candidate's."),
  messages: z.array(Message),
});
export type Conversation = z.infer<typeof Conversation>;

const attempt = z.object({ attemptId: z.uuid() });
export const ErasureRow = z
  .object({
    attemptId: z.uuid(),
    candidateName: z.string(),
    assessmentTitle: z.string(),
    attemptState: AttemptState,
    requestedAt: z.iso
      .datetime()
      .optional()
      .describe('Absent where the time to keep it was over, or a member of staff began it.'),
    dueAt: z.iso.datetime().describe('When it happens by itself.'),
    erasedAt: z.iso.datetime().optional(),
    erasedBy: z.enum(['staff', 'system']).optional(),
  })
  .describe('A request for erasure, or an erasure that was carried out.');
export type ErasureRow = z.infer<typeof ErasureRow>;

export const adminContract = {
  listAssessments: oc
    .route({
      method: 'GET',
      path: '/assessments',
      summary: 'Assessments that candidates can be invited to',
    })
    .output(z.array(Assessment)),
  revokeInvitation: oc
    .route({
      method: 'POST',
      path: '/invitations/{invitationId}/revoke',
      summary: 'Make a link useless',
      description:
        'At once and for good; a candidate who is working is signed out. What they have done stays.',
    })
    .input(z.object({ invitationId: z.uuid() }))
    .output(InvitationRow),
  setTime: oc
    .route({
      method: 'PUT',
      path: '/invitations/{invitationId}/time',
      summary: "Set a candidate's share of the time, before they start",
    })
    .input(z.object({ invitationId: z.uuid(), timePercent: TimePercent }))
    .output(InvitationRow)
    .errors({
      ALREADY_STARTED: {
        status: 409,
        message: 'The clock runs already. You can still give minutes.',
      },
    }),
  getTime: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/time',
      summary: "A candidate's clock: credits, and gaps of their connection",
    })
    .input(attempt)
    .output(AttemptTime),
  giveTime: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/time',
      summary: 'Give minutes to a candidate whose clock runs; they are told why',
    })
    .input(
      attempt.extend({
        minutes: z.int().min(1, 'At least a minute.').max(240, 'At most four hours.'),
        reason: z.string().trim().min(1, 'Say why; the candidate reads it.').max(300),
      }),
    )
    .output(AttemptTime)
    .errors({
      NOT_RUNNING: { status: 409, message: 'No clock of this candidate runs now.' },
    }),
  listConversations: oc
    .route({
      method: 'GET',
      path: '/conversations',
      summary: 'Questions of candidates, those that wait for an answer first',
    })
    .input(z.object({ page: z.coerce.number().int().min(1).default(1) }))
    .output(
      z.object({
        rows: z.array(Conversation),
        total: z.int(),
        page: z.int(),
        pageSize: z.int(),
        waiting: z.int().describe('How many candidates wait for an answer.'),
      }),
    ),
  answer: oc
    .route({
      method: 'POST',
      path: '/attempts/{attemptId}/answers',
      successStatus: 201,
      summary: 'Answer a candidate, or write to them first',
    })
    .input(attempt.extend({ text: MessageText }))
    .output(Message),
  listErasures: oc
    .route({ method: 'GET', path: '/erasures', summary: 'Requests for erasure, what is due first' })
    .input(z.object({ page: z.coerce.number().int().min(1).default(1) }))
    .output(
      z.object({ rows: z.array(ErasureRow), total: z.int(), page: z.int(), pageSize: z.int() }),
    ),
  eraseAttempt: oc
    .route({
      method: 'POST',
      path: '/erasures/{attemptId}',
      summary: 'Erase person and work from an attempt, asked for or not',
      description:
        'Name, address, external id, files with their history, notes and messages are removed for good; which tests held, and scores, stay as numbers of nobody.',
    })
    .input(z.object({ attemptId: z.uuid() }))
    .output(ErasureRow)
    .errors({
      STILL_LIVE: {
        status: 409,
        message: 'A live session goes on from this work. End it first.',
      },
      STILL_RUNNING: { status: 409 },
      ON_HOLD: { status: 409 },
      STILL_JUDGING: { status: 409 },
    }),
  listMembers: oc
    .route({ method: 'GET', path: '/members', summary: 'People who work with this installation' })
    .output(z.array(Member)),
  addMember: oc
    .route({ method: 'POST', path: '/members', successStatus: 201, summary: 'Add a member' })
    .input(
      z.object({
        name: z.string().trim().min(1, 'A name is needed.').max(200),
        email: EmailAddress,
        role: StaffRole,
      }),
    )
    /** A sign-in link that works once, within a day. */
    .output(z.object({ member: Member, link: z.url() }))
    .errors({
      EMAIL_TAKEN: { status: 409, message: 'Somebody with this address is a member already.' },
    }),
  removeMember: oc
    .route({
      method: 'DELETE',
      path: '/members/{memberId}',
      successStatus: 204,
      summary: "Take a member's access away",
      description:
        'Their sessions, password and API tokens end at once. What they did stays, with their name; adding them again gives access back.',
    })
    .input(z.object({ memberId: z.string().max(100) }))
    .errors({
      OWN_ACCESS: {
        status: 409,
        message: 'You cannot take your own access away. Ask another admin.',
      },
    }),
};
