import { z } from 'zod';
import { Limits } from '#verdict/limits.ts';
import { FilePath } from '#workspace/filePath.ts';
import { Language } from './language.ts';

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case words joined by hyphens.');

export const Level = z.enum(['junior', 'mid', 'senior', 'staff']);
export type Level = z.infer<typeof Level>;

export const Port = z
  .enum(['module', 'http'])
  .describe(
    'How tests reach the solution: its exports, or HTTP requests to the server that it starts.',
  );
export type Port = z.infer<typeof Port>;

export const Criterion = z
  .strictObject({
    id: Slug,
    title: z.string().min(1),
    anchors: z.strictObject({ 1: z.string().min(1), 3: z.string().min(1), 5: z.string().min(1) }),
    skills: z
      .array(z.string().trim().min(1).max(60))
      .min(1)
      .max(10)
      .optional()
      .describe(
        'The skills that it counts for, where a role weighs them; those of its challenge where it names none.',
      ),
  })
  .describe(
    'One question that a reviewer answers with a score from 1 to 5; the anchors say what 1, 3 and 5 look like.',
  );
export type Criterion = z.infer<typeof Criterion>;

/** A change to the reference that no test can notice, because it changes nothing that can be seen. */
const EquivalentMutant = z.strictObject({
  /** Path from `solution/`. */
  file: FilePath,
  line: z
    .int()
    .min(1)
    .optional()
    .describe('Only where the file has several mutants of the same text.'),
  mutant: z.string().min(1).describe('As `challenge mutate` prints it: `limit > 0 → limit >= 0`.'),
  reason: z.string().min(10).describe('Why nothing can notice it.'),
});

export const ChallengeManifest = z
  .strictObject({
    title: z.string().min(1).max(100),
    summary: z.string().min(1).max(300),
    skills: z.array(z.string().min(1)).min(1),
    level: Level,
    minutes: z.int().min(5).max(240),
    port: Port,
    languages: z
      .array(Language)
      .refine((given) => given[0] === 'typescript', 'The first language is typescript.')
      .refine((given) => new Set(given).size === given.length, 'Name each language once.')
      .optional()
      .describe(
        'What a solution may be written in; absent: TypeScript alone. Each other one has a folder with starter and reference.',
      ),
    entry: FilePath.default('src/index.ts').describe('The file that is loaded first.'),
    postgres: z
      .boolean()
      .default(false)
      .describe('Whether the solution gets a PostgreSQL, filled from `seed.sql`.'),
    limits: Limits.partial().default({}),
    rubric: z.array(Criterion).min(1),
    hints: z.array(z.string().min(1)).default([]),
    showable: z
      .array(z.string())
      .default([])
      .describe(
        'Full names of hidden tests that a candidate may see, in results and after the attempt.',
      ),
    wrong: z
      .record(Slug, z.string().min(1))
      .describe('Each folder of `wrong/`, with the name of the hidden test that must catch it.'),
    mutation: z
      .strictObject({
        score: z
          .number()
          .min(0)
          .max(100)
          .default(80)
          .describe('Percent of the mutants that are not equivalent.'),
        equivalent: z.array(EquivalentMutant).default([]),
      })
      .prefault({})
      .describe('How many changes to the reference the hidden tests have to notice.'),
  })
  .describe('`challenge.yaml`: what an author says about a challenge.');
export type ChallengeManifest = z.infer<typeof ChallengeManifest>;
