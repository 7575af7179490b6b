import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { Files } from '#workspace/files.ts';

const moment = z.iso.datetime();

export const WorkOwner = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('attempt'),
      attemptId: z.uuid(),
      candidateName: z.string().describe('As the reviews show it to whoever asks.'),
      submissionId: z.uuid(),
    }),
    /** A solution that is known, such as the author's. */
    z.object({ kind: z.literal('known'), name: z.string() }),
  ])
  .describe('Whose a work is.');
export type WorkOwner = z.infer<typeof WorkOwner>;

const ComparedSide = z.object({ workId: z.int(), owner: WorkOwner });

/** Two works that share more than is usual by chance. What they share is counted in pieces: runs of a few tokens. */
const Resemblance = {
  shared: z.int(),
  percent: z
    .int()
    .describe(
      'Of the pieces of the smaller of the two, without those that were given to everybody or are frequent.',
    ),
  closer: z
    .int()
    .optional()
    .describe(
      'How many pairs of attempts at this challenge share more; absent where there are too few to say.',
    ),
};

export const BaseRates = z
  .object({
    attempts: z.int(),
    pairs: z.int(),
    bands: z
      .array(z.object({ from: z.int().describe('Percent.'), pairs: z.int() }))
      .describe(
        "Pairs that share from `from` percent to below the next one's, of those that are kept. The others share less.",
      ),
  })
  .describe(
    'How much pairs of attempts at a challenge share. Absent where there are too few attempts to say.',
  );
export type BaseRates = z.infer<typeof BaseRates>;

export const Similarity = z
  .object({
    waiting: z.int().describe('Submissions that wait to be compared.'),
    compared: z
      .object({
        submissionId: z.uuid(),
        at: moment,
        with: z.int().describe('Other attempts that there were then.'),
        own: z.int().describe('Pieces of its own.'),
        given: z.int().describe('Pieces of the starter and the statement, which do not count.'),
        frequent: z
          .int()
          .describe('Pieces that too many attempts have to say anything, which do not count.'),
        unread: z.int().describe('Files that could not be read.'),
        isSmall: z.boolean().describe('Whether it has too few pieces to be compared.'),
      })
      .optional()
      .describe('The newest submission that was compared.'),
    pairs: z
      .array(
        z.object({ workId: z.int(), submissionId: z.uuid(), other: ComparedSide, ...Resemblance }),
      )
      .describe('With each other attempt or known solution, the two works that share most.'),
    rates: BaseRates.optional(),
  })
  .describe('What comparing the submissions of an attempt at a challenge has shown.');
export type Similarity = z.infer<typeof Similarity>;

export const SimilarPair = z.object({ left: ComparedSide, right: ComparedSide, ...Resemblance });
export type SimilarPair = z.infer<typeof SimilarPair>;

const Place = z.object({ line: z.int(), column: z.int() });
/** From a place to just before another; both count from one. */
const Stretch = z.object({ path: z.string(), from: Place, to: Place });

export const PairInFull = SimilarPair.extend({
  challenge: Slug,
  challengeTitle: z.string(),
  leftFiles: Files,
  rightFiles: Files,
  parts: z
    .array(z.object({ left: Stretch, right: Stretch }))
    .optional()
    .describe(
      'What they share, in the order of the left one; absent when it cannot be found in reasonable time.',
    ),
  rates: BaseRates.optional(),
}).describe('Two works side by side.');
export type PairInFull = z.infer<typeof PairInFull>;

/** How works resemble each other. Evidence to look at: no part of any score. */
export const similarityContract = {
  getSimilarity: oc
    .route({
      method: 'GET',
      path: '/review/attempts/{attemptId}/similarity/{challenge}',
      summary: 'What comparing the submissions of an attempt with others has shown',
    })
    .input(z.object({ attemptId: z.uuid(), challenge: Slug }))
    .output(Similarity),
  listSimilarPairs: oc
    .route({
      method: 'GET',
      path: '/review/similarity/{challenge}',
      summary: 'Attempts at a challenge that share most, pair by pair',
    })
    .input(
      z.object({ challenge: Slug, page: z.coerce.number().int().min(1).max(1_000).default(1) }),
    )
    .output(
      z.object({
        challengeTitle: z.string(),
        rows: z.array(SimilarPair),
        total: z.int(),
        page: z.int(),
        pageSize: z.int(),
        attempts: z.int(),
        rates: BaseRates.optional(),
      }),
    ),
  getSimilarPair: oc
    .route({
      method: 'GET',
      path: '/review/similarity/pairs/{leftId}/{rightId}',
      summary: 'Two works side by side, with the parts that they share',
    })
    .input(z.object({ leftId: z.coerce.number().int(), rightId: z.coerce.number().int() }))
    .output(PairInFull),
};
