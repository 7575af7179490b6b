import { readFileSync } from 'node:fs';
import { CandidateSource, DecisionOutcome } from '@assay/contracts/http';
import { parse } from 'yaml';
import { z } from 'zod';
import { demoMembers } from '#demo/demoContent.ts';
import { recordedAssessments, recordedMembers } from './hiringTerms.ts';
import { WorkName } from './works.ts';

const keysOf = <Key extends string>(map: Record<Key, unknown>) => Object.keys(map) as Key[];

export const MemberKey = z.enum([...keysOf(demoMembers), ...keysOf(recordedMembers)]);
export type MemberKey = z.infer<typeof MemberKey>;

/** How somebody writes and works. */
const Manner = z.enum(['steady', 'fast', 'careful', 'hunting', 'pasting']);
export type Manner = z.infer<typeof Manner>;

/** What somebody does next: type the files into a state within so many minutes, and have it judged. */
const Step = z.strictObject({
  to: WorkName,
  minutes: z.number(),
  /** How far they get, 0 to 1; all the way unless it says otherwise. */
  share: z.number().optional(),
  /** Leaves a brace open, so that it does not compile. */
  broken: z.boolean().optional(),
  /** With a run of the public tests, or with a submission. */
  ends: z.enum(['run', 'submit']).optional(),
});
export type Step = z.infer<typeof Step>;

/** One reviewer's part, in the order in which they submit. */
const Reviewing = z.strictObject({
  by: MemberKey,
  /** After the work was handed in. */
  afterDays: z.number(),
  /** What they think of the whole, 1 to 5. */
  level: z.number(),
  /** Criteria that they see in another way: points more or less. */
  apart: z.record(z.string(), z.int()).default({}),
  /** Written and not submitted. */
  draft: z.boolean().default(false),
});
export type Reviewing = z.infer<typeof Reviewing>;

const Outcome = z.strictObject({ outcome: DecisionOutcome, reason: z.string() });
const onCriterion = { challenge: z.string(), criterion: z.string() };

const Part = z.strictObject({
  name: z.string(),
  source: CandidateSource,
  assessment: z.enum([...keysOf(recordedAssessments), 'backend', 'short']),
  invitedDaysAgo: z.number(),
  /** Days between invitation and work. */
  waits: z.number().default(1),
  /** Of the day on which they worked, UTC. */
  hour: z.number().default(9),
  /** `running`: they are at it as the recording ends. `deadline`: time was up. */
  ending: z.enum([
    'invited',
    'expired',
    'revoked',
    'running',
    'withdrawn',
    'handed_in',
    'deadline',
  ]),
  manner: Manner.default('steady'),
  /** By challenge. */
  work: z.record(z.string(), z.array(Step)).default({}),
  question: z.strictObject({ asks: z.string(), answer: z.string().optional() }).optional(),
  withdrawsBecause: z.string().optional(),
  timePercent: z.int().optional(),
  reviews: z.array(Reviewing).default([]),
  override: z.strictObject({ ...onCriterion, score: z.int(), reason: z.string() }).optional(),
  decision: Outcome.extend({
    by: MemberKey,
    /** What was decided before, and replaced. */
    before: Outcome.optional(),
  }).optional(),
  feedback: z
    .strictObject({
      message: z.string(),
      comments: z.array(z.strictObject({ ...onCriterion, text: z.string() })),
    })
    .optional(),
  /** Interviews and checks, by the slug of their kit. */
  kits: z
    .array(
      z.strictObject({
        kit: z.string(),
        by: MemberKey,
        level: z.number(),
        draft: z.boolean().default(false),
        summary: z.string(),
      }),
    )
    .default([]),
});
export type Part = z.infer<typeof Part>;

/** Everybody whose attempt is recorded. */
export const cast: Part[] = z
  .array(Part)
  .parse(parse(readFileSync(new URL('../../../../../demo/cast.yaml', import.meta.url), 'utf8')));
