import { z } from 'zod';

/** One note, characters. */
export const maxNoteLength = 8_000;

export const CriterionKey = z
  .string()
  .min(1)
  .max(200)
  .describe('What a criterion is called in scores and tags: see `ScoredCriterion`.');

const entry = z.object({
  id: z.string().min(1).max(64),
  at: z
    .number()
    .min(0)
    .describe(
      "The moment that it is about by the server's clock, ms since 1970: where a replay jumps to.",
    ),
});

export const NotesEntry = z
  .discriminatedUnion('kind', [
    entry.extend({ kind: z.literal('note'), text: z.string().max(maxNoteLength) }),
    entry.extend({
      kind: z.literal('tag'),
      criterion: CriterionKey,
      signal: z.enum(['strong', 'weak']),
      text: z.string().max(maxNoteLength).describe('What led to it; often empty.'),
    }),
  ])
  .describe(
    "An entry of an interviewer's own `notes`: written down, or one key for a signal of one criterion.",
  );
export type NotesEntry = z.infer<typeof NotesEntry>;

export const PlanEntry = z
  .discriminatedUnion('kind', [
    entry.extend({ kind: z.literal('section'), section: z.string().max(200) }),
    entry.extend({
      kind: z.literal('asked'),
      section: z.string().max(200),
      question: z.string().max(500),
    }),
  ])
  .describe(
    'An entry of `interviewers`, where the plan stands: a section that was begun, or a question that was asked. Both are named by their words, see `sectionKeys`, so that a plan that is edited keeps what was ticked.',
  );
export type PlanEntry = z.infer<typeof PlanEntry>;
