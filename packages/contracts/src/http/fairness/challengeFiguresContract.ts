import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { Figure } from './figure.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const TestRemark = z
  .enum([
    /** Those who pass it pass fewer of the others. */
    'against_the_rest',
    'passed_by_none',
    /** Passing it says little about the others. */
    'tells_little',
    /** Many runs ended before it. */
    'often_not_reached',
    'passed_by_all',
  ])
  .describe('Why a test is worth a look, the most urgent first.');
export type TestRemark = z.infer<typeof TestRemark>;

export const MeasuredTest = z
  .object({
    name: z.string(),
    /** The share of judged works that pass it; what ended before it did not pass it. */
    passed: Figure,
    /** The share of judged works whose run ended before it. */
    notReached: Figure,
    /** Of runs that came to their end: correlation of passing it with the share of the other hidden tests that pass. */
    discrimination: Figure,
    remark: TestRemark.optional(),
  })
  .describe('One hidden test in use.');
export type MeasuredTest = z.infer<typeof MeasuredTest>;

export const ChallengeFigures = z
  .object({
    slug: Slug,
    title: z.string(),
    minutes: z.int().describe('What it is planned for, in its newest version.'),
    versions: z
      .array(z.object({ hash: Hash, ended: z.int(), isNewest: z.boolean() }))
      .describe('Versions that attempts have ended with, those with most of them first.'),
    /** The version that this is about. */
    version: Hash,
    ended: z.int().describe('Attempts that have ended.'),
    /** Of ended attempts, the share that never opened it or whose clock ended it with hidden tests still failing. */
    unfinished: Figure,
    /** Of judged works, the share with which every hidden test passes. */
    solved: Figure,
    /** Correlation of the share of tests that pass here with the share in the attempt's other challenges. */
    discrimination: Figure,
    time: z
      .object({
        n: z.int(),
        needed: z.int(),
        quartiles: z
          .object({ low: z.number(), median: z.number(), high: z.number() })
          .optional()
          .describe('ms.'),
      })
      .describe("Of those whose clock was this challenge's alone."),
    tests: z.array(MeasuredTest).describe('What is worth a look first.'),
  })
  .describe('A challenge in use: what the attempts that have ended did at it.');
export type ChallengeFigures = z.infer<typeof ChallengeFigures>;

/** What use says of challenges. */
export const challengeFiguresContract = {
  getFigures: oc
    .route({
      method: 'GET',
      path: '/author/challenges/{slug}/figures',
      summary: 'How hard a challenge and its hidden tests are in use, and what they tell apart',
    })
    .input(
      z.object({
        slug: Slug,
        version: Hash.optional().describe(
          'Versions are never mixed: a changed test is another test. Without it the newest that is in use.',
        ),
      }),
    )
    .output(ChallengeFigures),
};
