import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { ReplayUpdates } from '#http/live/replayContract.ts';

const moment = z.iso.datetime();
const work = z.object({ attemptId: z.uuid(), challenge: Slug });

export const AttemptHistory = z
  .object({
    pastes: z.array(
      z.object({
        at: moment,
        path: z.string(),
        length: z.int().describe('UTF-16 code units.'),
        fromHere: z.boolean().describe('Whether it was copied from this workspace.'),
      }),
    ),
    away: z
      .array(z.object({ from: moment, until: moment.optional() }))
      .describe('When the page was not in front; without an end, until the end.'),
  })
  .describe(
    "What the candidate's browser reported of the work on one challenge. Moments are told as in `AttemptRow`.",
  );
export type AttemptHistory = z.infer<typeof AttemptHistory>;

/** How often something is done by others at the same challenge. */
const Usual = z.object({
  own: z.int(),
  more: z.int().describe('Of the others, how many have a larger number.'),
  median: z.number().describe('Of the others, the middle one.'),
});

export const WorkRhythm = z
  .object({
    from: moment,
    until: moment,
    minutes: z
      .array(
        z.object({
          minute: z.int(),
          typed: z.int(),
          inserted: z.int().describe('What came in large insertions.'),
          deleted: z.int(),
        }),
      )
      .describe('Minutes since `from` in which something was changed, in order.'),
    away: z
      .array(z.object({ from: moment, until: moment.optional() }))
      .describe('When the page was not in front; without an end, until the end.'),
    insertions: z
      .array(
        z.object({
          at: moment,
          path: z.string(),
          length: z.int(),
          origin: z
            .enum(['here', 'elsewhere', 'unreported'])
            .describe(
              'Whether a paste was reported, of what had been copied in these files or elsewhere. Without a report it may be something that was brought back, completed by the editor, or typed without a connection and sent together.',
            ),
          text: z
            .string()
            .optional()
            .describe('Its beginning, where the history has it as one piece.'),
        }),
      )
      .describe('Text that came in one piece of `largeInsertion` or more, in order.'),
    usual: z
      .object({
        others: z.int(),
        /** How often the page was left, in the whole attempt. */
        leavings: Usual,
        /** Characters that were pasted from elsewhere. */
        pasted: Usual,
      })
      .optional()
      .describe('Beside the other finished attempts; absent where there are too few.'),
  })
  .describe(
    'How the files of a challenge were written. Moments are told as in `AttemptRow`; lengths are UTF-16 code units.',
  );
export type WorkRhythm = z.infer<typeof WorkRhythm>;

/** From this length on an insertion is told by itself: more than an editor completes at once. */
export const largeInsertion = 120;

/** How a candidate's work came about, for those who review it. */
export const historyContract = {
  getHistory: oc
    .route({
      method: 'GET',
      path: '/review/attempts/{attemptId}/history/{challenge}',
      summary: 'What was reported of the work on a challenge, beside its changes',
    })
    .input(work)
    .output(AttemptHistory),
  getRhythm: oc
    .route({
      method: 'GET',
      path: '/review/attempts/{attemptId}/rhythm/{challenge}',
      summary: 'How the files of a challenge were written: rhythm, absences, large insertions',
    })
    .input(work)
    .output(WorkRhythm),
  getHistoryUpdates: oc
    .route({
      method: 'GET',
      path: '/review/attempts/{attemptId}/history/{challenge}/updates',
      summary: 'The log of the files of a challenge, in parts',
    })
    .input(
      work.extend({
        after: z.coerce
          .number()
          .int()
          .min(0)
          .default(0)
          .describe('How many updates one has already.'),
      }),
    )
    .output(ReplayUpdates),
};
