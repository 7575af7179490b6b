import { oc } from '@orpc/contract';
import { z } from 'zod';

/** `asked`: the candidate did. `kept_long_enough`: as long as the assessment, or the rule for live sessions, says. */
const Why = z.enum(['asked', 'kept_long_enough']);

export const NightErasure = z
  .object({
    kind: z.enum(['attempt', 'session']),
    id: z.uuid(),
    why: Why,
    waits: z
      .string()
      .optional()
      .describe('The code of why it has to wait; absent when it is erased.'),
  })
  .describe(
    'Something that a night has erased, or could not yet: that is tried again the next night.',
  );
export type NightErasure = z.infer<typeof NightErasure>;

export const DueErasure = z
  .object({
    kind: z.enum(['attempt', 'session']),
    id: z.uuid(),
    why: Why,
    dueAt: z.iso.datetime().describe('From when on it is not to be kept any more.'),
    erasedAt: z.iso.datetime().describe('The night in which that happens.'),
    title: z.string().describe('Of the assessment, or of the live session.'),
    candidateId: z.uuid().optional(),
    candidateName: z.string().optional(),
  })
  .describe('Something that a coming night erases.');
export type DueErasure = z.infer<typeof DueErasure>;

export const Hold = z.object({
  candidateId: z.uuid(),
  candidateName: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  heldBy: z.string().optional().describe('Absent when they are no member any more.'),
});
export type Hold = z.infer<typeof Hold>;

export const RetentionNight = z.object({
  night: z.iso.date().describe('`2026-11-24`.'),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  erased: z.array(NightErasure),
});
export type RetentionNight = z.infer<typeof RetentionNight>;

const candidate = z.object({ candidateId: z.uuid() });

/** What is kept for how long: what the next nights erase, what past ones erased, and who is held back. */
export const retentionContract = {
  listDueErasures: oc
    .route({
      method: 'GET',
      path: '/retention/due',
      summary: 'What the next night erases, or the nights of the next days',
    })
    .input(
      z.object({
        days: z.coerce
          .number()
          .int()
          .min(0)
          .max(365)
          .default(0)
          .describe('Nights after the next one that are looked ahead.'),
        page: z.coerce.number().int().min(1).default(1),
      }),
    )
    .output(
      z.object({
        nextNightAt: z.iso.datetime().describe('When the next night begins.'),
        rows: z.array(DueErasure),
        total: z.int(),
        page: z.int(),
        pageSize: z.int(),
      }),
    ),
  listRetentionNights: oc
    .route({ method: 'GET', path: '/retention/nights', summary: 'What the last nights erased' })
    .output(z.array(RetentionNight)),
  listHolds: oc
    .route({
      method: 'GET',
      path: '/retention/holds',
      summary: 'Candidates who are held back from erasure',
    })
    .output(z.array(Hold)),
  holdCandidate: oc
    .route({
      method: 'PUT',
      path: '/retention/holds/{candidateId}',
      successStatus: 204,
      summary: 'Hold a candidate back from erasure',
    })
    .input(
      candidate.extend({
        reason: z.string().trim().min(1, 'Say why.').max(500, 'At most 500 characters.'),
      }),
    ),
  releaseCandidate: oc
    .route({
      method: 'DELETE',
      path: '/retention/holds/{candidateId}',
      successStatus: 204,
      summary: 'Let a candidate go who was held back',
    })
    .input(candidate),
};
