import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Criterion, Level, Slug } from '#challenge/manifest.ts';
import { ClockMode, Policies } from '#http/candidate/assessmentTerms.ts';
import { FeedbackPolicy } from '#http/candidate/feedback.ts';
import { InterviewPlan } from '#live/interviewPlan.ts';
import { ReviewRule } from '#http/review/reviewRule.ts';

/** Challenges of one assessment. Counters a template that no day is long enough for. */
export const maxAssessmentChallenges = 8;

const sentence = z.string().trim().min(1, 'Write a sentence, or take the line out.').max(300);
const unique = (names: string[]) => new Set(names).size === names.length;

export const DraftChallenge = z
  .object({
    slug: Slug,
    minutes: z
      .int()
      .min(5, 'At least five minutes.')
      .max(240, 'At most four hours.')
      .optional()
      .describe('Of its own clock; absent under one clock for all.'),
    rubric: z
      .array(Criterion)
      .min(1, 'A rubric needs a criterion.')
      .max(20)
      .refine((rubric) => unique(rubric.map(({ id }) => id)), 'A criterion is there twice.')
      .optional()
      .describe("What reviewers score it by instead of the challenge's own rubric."),
  })
  .describe('A challenge of an assessment, as its editor sends it.');
export type DraftChallenge = z.infer<typeof DraftChallenge>;

export const AssessmentDraft = z
  .object({
    title: z.string().trim().min(1, 'An assessment needs a title.').max(120),
    organisation: z
      .string()
      .trim()
      .min(1, 'Say who invites.')
      .max(120)
      .describe('Who invites, as candidates read it.'),
    roleId: z.uuid().optional().describe('The role that it is for; absent when it is for none.'),
    clockMode: ClockMode,
    minutes: z
      .int()
      .min(5, 'At least five minutes.')
      .max(720, 'At most twelve hours.')
      .describe(
        'Of the one clock; where challenges have clocks of their own, their sum, whatever is sent.',
      ),
    policies: Policies,
    rules: z.array(sentence).max(12).describe('What else is allowed or not, one sentence each.'),
    recorded: z
      .array(sentence)
      .max(12)
      .describe('What is recorded beside what the program always records, one sentence each.'),
    feedback: FeedbackPolicy,
    review: ReviewRule,
    retentionDays: z
      .int()
      .min(1, 'At least a day.')
      .max(3_650, 'At most ten years.')
      .describe('How long an attempt is kept after it ended, days; it is erased then.'),
    /** What live sessions that begin from this template are planned like. */
    interview: InterviewPlan,
    challenges: z
      .array(DraftChallenge)
      .min(1, 'An assessment needs a challenge.')
      .max(maxAssessmentChallenges, `At most ${maxAssessmentChallenges} challenges.`)
      .refine((list) => unique(list.map(({ slug }) => slug)), 'A challenge is there twice.')
      .describe('In the order in which candidates see them.'),
  })
  .describe('Everything that somebody decides about an assessment.');
export type AssessmentDraft = z.infer<typeof AssessmentDraft>;

export const AssessmentVersion = z
  .object({
    id: z.uuid(),
    version: z.int(),
    note: z.string().describe('What its maker said of the change.'),
    author: z.string().optional().describe('Who made it; absent for what the program brought.'),
    createdAt: z.iso.datetime(),
    lockedAt: z.iso
      .datetime()
      .optional()
      .describe('When the first invitation went out; absent while it can still be changed.'),
    invited: z.int().describe('People invited to it.'),
  })
  .describe("One entry of a template's history, newest first.");
export type AssessmentVersion = z.infer<typeof AssessmentVersion>;

export const AssessmentTemplate = AssessmentDraft.extend({
  id: z.uuid(),
  version: z.int(),
  revision: z.int().describe('Grows with each change; a change says which one it was made on.'),
  lockedAt: z.iso.datetime().optional(),
  challenges: z.array(
    DraftChallenge.extend({
      title: z.string(),
      retired: z
        .boolean()
        .describe('Since when no new assessment may have it; old versions keep it.'),
    }),
  ),
  versions: z.array(AssessmentVersion).describe('Newest first, this one among them.'),
}).describe('A version of an assessment with all that it says.');
export type AssessmentTemplate = z.infer<typeof AssessmentTemplate>;

export const OfferedChallenge = z
  .object({
    slug: Slug,
    title: z.string(),
    summary: z.string(),
    level: Level,
    minutes: z.int().describe('What its author thinks it takes.'),
    skills: z.array(z.string()),
    rubric: z.array(Criterion),
  })
  .describe('A challenge that an assessment can have.');
export type OfferedChallenge = z.infer<typeof OfferedChallenge>;

const assessment = z.object({ assessmentId: z.uuid() });
const note = z.string().trim().max(300).default('');
const refusals = {
  /** A challenge does not exist, is retired, or has passed no gate. */
  CHALLENGE_NOT_OFFERED: { status: 422 },
  ROLE_UNKNOWN: { status: 422 },
} as const;
const changed = {
  CHANGED_MEANWHILE: { status: 409 },
} as const;

/** Assessments as templates: versions that lock with their first invitation. */
export const assessmentContract = {
  listOfferedChallenges: oc
    .route({
      method: 'GET',
      path: '/assessment-challenges',
      summary: 'Challenges that assessments can have, by title',
    })
    .output(z.array(OfferedChallenge)),
  getAssessment: oc
    .route({
      method: 'GET',
      path: '/assessments/{assessmentId}',
      summary: 'A version of an assessment, with the history of its versions',
    })
    .input(assessment)
    .output(AssessmentTemplate),
  createAssessment: oc
    .route({
      method: 'POST',
      path: '/assessments',
      successStatus: 201,
      summary: 'Make an assessment',
    })
    .input(AssessmentDraft)
    .output(AssessmentTemplate)
    .errors(refusals),
  saveAssessment: oc
    .route({
      method: 'PUT',
      path: '/assessments/{assessmentId}',
      summary: 'Change a version that nobody is invited to yet',
    })
    .input(AssessmentDraft.extend({ ...assessment.shape, revision: z.int() }))
    .output(AssessmentTemplate)
    .errors({ ...refusals, ...changed, LOCKED: { status: 409 } }),
  addAssessmentVersion: oc
    .route({
      method: 'POST',
      path: '/assessments/{assessmentId}/versions',
      successStatus: 201,
      summary: 'Make the next version; who is invited to this one keeps it',
    })
    /** Made on the newest version only. */
    .input(AssessmentDraft.extend({ ...assessment.shape, note }))
    .output(AssessmentTemplate)
    .errors({ ...refusals, ...changed, NOT_LOCKED: { status: 409 } }),
};
