import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { ReplayUpdates } from '#http/live/replayContract.ts';

const moment = z.iso.datetime();
const work = z.object({ attemptId: z.uuid(), challenge: Slug });

/** What the candidate's browser reported of the work on one challenge. Moments are told as in `AttemptRow`. */
export const AttemptHistory = z.object({
  pastes: z.array(
    z.object({
      at: moment,
      path: z.string(),
      /** UTF-16 code units. */
      length: z.int(),
      /** Whether it was copied from this workspace. */
      fromHere: z.boolean(),
    }),
  ),
  /** When the page was not in front; without an end, until the end. */
  away: z.array(z.object({ from: moment, until: moment.optional() })),
});
export type AttemptHistory = z.infer<typeof AttemptHistory>;

/** How often something is done by others at the same challenge. */
const Usual = z.object({
  own: z.int(),
  /** Of the others, how many have a larger number. */
  more: z.int(),
  /** Of the others, the middle one. */
  median: z.number(),
});

/** How the files of a challenge were written. Moments are told as in `AttemptRow`; lengths are UTF-16 code units. */
export const WorkRhythm = z.object({
  from: moment,
  until: moment,
  /** Minutes since `from` in which something was changed, in order. */
  minutes: z.array(
    z.object({
      minute: z.int(),
      typed: z.int(),
      /** What came in large insertions. */
      inserted: z.int(),
      deleted: z.int(),
    }),
  ),
  /** When the page was not in front; without an end, until the end. */
  away: z.array(z.object({ from: moment, until: moment.optional() })),
  /** Text that came in one piece of `largeInsertion` or more, in order. */
  insertions: z.array(
    z.object({
      at: moment,
      path: z.string(),
      length: z.int(),
      /**
       * Whether a paste was reported, of what had been copied in these files or elsewhere. Without a report it may be
       * something that was brought back, completed by the editor, or typed without a connection and sent together.
       */
      origin: z.enum(['here', 'elsewhere', 'unreported']),
      /** Its beginning, where the history has it as one piece. */
      text: z.string().optional(),
    }),
  ),
  /** Beside the other finished attempts; absent where there are too few. */
  usual: z
    .object({
      others: z.int(),
      /** How often the page was left, in the whole attempt. */
      leavings: Usual,
      /** Characters that were pasted from elsewhere. */
      pasted: Usual,
    })
    .optional(),
});
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
    /** `after`: updates that one has already. */
    .input(work.extend({ after: z.coerce.number().int().min(0).default(0) }))
    .output(ReplayUpdates),
};
