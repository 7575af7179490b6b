import { oc } from '@orpc/contract';
import { z } from 'zod';
import { InvitationRow } from './invitationRow.ts';
import {
  CandidateName,
  CandidateSource,
  EmailAddress,
  ExternalId,
  InvitationTerms,
  MailTerms,
} from './invitee.ts';

/** Of a pasted list, characters. Counters a body that is parsed for long; 500 rows have some 30,000. */
export const maxPasteLength = 200_000;
/** Candidates who are invited at once. Counters a request that takes longer than a proxy waits. */
export const maxInvitees = 500;

export const RowProblem = z
  .object({
    field: z.enum(['name', 'email', 'source', 'row']),
    message: z.string(),
  })
  .describe('What is wrong with one row of a pasted list, and what to do about it.');
export type RowProblem = z.infer<typeof RowProblem>;

export const PastedRow = z.object({
  row: z.int().describe('As a spreadsheet counts, from 1, with the row of headings.'),
  name: z.string().describe('As they were pasted, without blanks around them.'),
  email: z.string(),
  source: CandidateSource.optional().describe('Absent where none was written, or an unknown one.'),
  problems: z.array(RowProblem).describe('Empty for somebody who can be invited.'),
});
export type PastedRow = z.infer<typeof PastedRow>;

export const PastePreview = z.object({
  delimiter: z.enum(['comma', 'semicolon', 'tab', 'bar']),
  hasHeadings: z.boolean().describe('Whether the first row named the columns.'),
  unused: z.array(z.string()).describe('Headings of columns that nothing is read from.'),
  rows: z.array(PastedRow),
  problems: z.array(z.string()).describe('What is wrong with the list as a whole.'),
});
export type PastePreview = z.infer<typeof PastePreview>;

const Invited = z.object({
  invitation: InvitationRow,
  link: z.url(),
  mailed: z.boolean().describe('Whether the link goes to the candidate by mail.'),
});

/** Inviting candidates: one, or a list of them. */
export const inviteContract = {
  invite: oc
    .route({
      method: 'POST',
      path: '/invitations',
      successStatus: 201,
      summary: 'Invite a candidate',
      description:
        'Makes an attempt at an assessment with a personal link to it. Where mail is set up, and unless `mail` is false, the link also goes to the candidate. Send an `id` of your own to be able to repeat the request: it then answers the same invitation and link.',
    })
    .input(
      InvitationTerms.extend({
        /** Chosen by the sender, a request that is sent twice invites once and answers the same link. */
        id: z.uuid().optional().describe('Chosen by you, so that a repeated request invites once.'),
        candidateName: CandidateName,
        candidateEmail: EmailAddress,
        source: CandidateSource.optional(),
        externalId: ExternalId.optional(),
      }),
    )
    /** The link is shown this once: only its hash is stored. */
    .output(Invited)
    .errors({
      ID_TAKEN: { status: 409, message: 'Another invitation has this id. Choose a new one.' },
    }),
  renewInvitation: oc
    .route({
      method: 'POST',
      path: '/invitations/{invitationId}/renew',
      successStatus: 201,
      summary: 'Make a new link; the one before ends',
      description:
        'For a candidate who lost the link, or whose link has expired before they started. What they have done so far stays.',
    })
    .input(
      z.object({
        invitationId: z.uuid(),
        expiresInDays: z.int().min(1).max(90).default(14),
        ...MailTerms.shape,
      }),
    )
    .output(Invited)
    .errors({
      LINK_CLOSED: {
        status: 409,
        message: 'This link was revoked for good. Invite the candidate anew.',
      },
    }),
  getMail: oc
    .route({ method: 'GET', path: '/mail', summary: 'Whether mail is sent, and by whom' })
    /** Without `from` none is. */
    .output(z.object({ from: z.string().optional() })),
  previewInvitations: oc
    .route({
      method: 'POST',
      path: '/invitations/preview',
      summary: 'Read a pasted list of candidates and say what is wrong with it; nobody is invited',
    })
    .input(
      z.object({
        assessmentId: z.uuid(),
        text: z
          .string()
          .max(
            maxPasteLength,
            'This is more text than a list of candidates can be. Paste at most 500 rows at a time.',
          ),
      }),
    )
    .output(PastePreview),
  inviteMany: oc
    .route({
      method: 'POST',
      path: '/invitations/batch',
      successStatus: 201,
      summary: 'Invite several candidates to one assessment',
      description:
        'Each is invited in a transaction of their own: after a failure, the same request invites the rest. Whoever has another invitation to this assessment already is `skipped`.',
    })
    .input(
      InvitationTerms.extend({
        candidates: z
          .array(
            z.object({
              id: z
                .uuid()
                .describe(
                  'As in `invite`: sent again, whoever is invited already keeps their link.',
                ),
              name: CandidateName,
              email: EmailAddress,
              source: CandidateSource.optional(),
            }),
          )
          .min(1, 'Nobody is in this list.')
          .max(maxInvitees, `At most ${maxInvitees} candidates at a time.`),
      }),
    )
    .output(
      z.object({
        invited: z.array(Invited),
        skipped: z
          .array(z.object({ id: z.uuid(), name: z.string(), email: z.string() }))
          .describe(
            'Who was not invited, because another invitation to this assessment is theirs already.',
          ),
      }),
    )
    .errors({
      ID_TAKEN: { status: 409, message: 'Another invitation has this id. Choose a new one.' },
    }),
};
