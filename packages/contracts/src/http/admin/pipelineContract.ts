import { oc } from '@orpc/contract';
import { z } from 'zod';
import { InvitationRow } from './invitationRow.ts';
import { CandidateSource, ExternalId } from './invitee.ts';
import { SentMail } from './mail.ts';

export const Stage = z
  .enum([
    'invited',
    'started',
    'submitted',
    'in_review',
    'reviewed',
    'advanced',
    'on_hold',
    'declined',
    'withdrawn',
    'expired',
  ])
  .describe(
    'Where a candidate stands, in the order in which they get there; `withdrawn` and `expired` are ends of another kind.',
  )
  .describe(
    'Where a candidate stands, in the order in which they get there; the last two are ends of another kind.',
  );
export type Stage = z.infer<typeof Stage>;

export const CandidateRow = InvitationRow.extend({
  stage: Stage,
  /** When they got there, or as near to it as is known. */
  since: z.iso.datetime().describe('When they got to that stage.'),
  mail: SentMail.optional().describe('The last mail to them; absent where none was wanted.'),
}).describe('An invitation with where its candidate stands.');
export type CandidateRow = z.infer<typeof CandidateRow>;

const filters = {
  assessmentId: z
    .uuid()
    .optional()
    .describe('Any version of an assessment stands for all of them.'),
  source: z
    .enum([...CandidateSource.options, 'none'])
    .optional()
    .describe('`none` for those of whom nobody said.'),
  search: z.string().max(200).optional().describe('In name or address.'),
  externalId: ExternalId.optional().describe('Exactly as it was when they were invited.'),
};

export const SourceFigures = z
  .object({
    source: CandidateSource.optional().describe('Absent for those of whom nobody said.'),
    invited: z.int(),
    started: z.int(),
    finished: z.int().describe('Handed in, by themselves or at the deadline.'),
    advanced: z.int().describe('Whom the newest decision lets go on.'),
  })
  .describe('What became of those from one source.');
export type SourceFigures = z.infer<typeof SourceFigures>;

/** Candidates and where they stand, for those who invite. */
export const pipelineContract = {
  listInvitations: oc
    .route({
      method: 'GET',
      path: '/invitations',
      summary: 'Candidates with where they stand, newest invitation first',
      description:
        'Poll this for the `stage` of those you invited: `externalId` finds one by the name that your system gave them.',
    })
    .input(
      z.object({
        ...filters,
        stage: Stage.optional(),
        page: z.coerce.number().int().min(1).default(1),
      }),
    )
    .output(
      z.object({ rows: z.array(CandidateRow), total: z.int(), page: z.int(), pageSize: z.int() }),
    ),
  getSourceFigures: oc
    .route({
      method: 'GET',
      path: '/sources',
      summary: 'How many from each source were invited, started, handed in and advanced',
    })
    .input(z.object({ assessmentId: filters.assessmentId }))
    .output(z.array(SourceFigures)),
};
