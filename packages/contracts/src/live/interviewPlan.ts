import { z } from 'zod';
import { Criterion } from '#challenge/manifest.ts';
import { Files } from '#workspace/files.ts';

const line = z.string().trim().min(1).max(500);

export const PlanSection = z
  .strictObject({
    title: z.string().trim().min(1).max(120),
    minutes: z.int().min(1).max(240),
    questions: z.array(line).max(30).default([]),
    signals: z.array(line).max(30).default([]).describe('What a strong answer lets one see.'),
    rubric: z.array(Criterion).max(20).default([]),
  })
  .describe(
    'One part of an interview: how long, what to ask, what a good answer shows, and what it is scored by.',
  );
export type PlanSection = z.infer<typeof PlanSection>;

export const InterviewPlan = z
  .strictObject({ sections: z.array(PlanSection).max(20).default([]) })
  .describe('What interviewers mean to do. Nobody else ever receives it.');
export type InterviewPlan = z.infer<typeof InterviewPlan>;

export const PreparedFiles = z
  .strictObject({
    id: z.uuid(),
    title: z.string().trim().min(1).max(120),
    files: Files,
  })
  .describe(
    'Files that an interviewer has ready and can add to the workspace: a follow-up, failing tests, an incident.',
  );
export type PreparedFiles = z.infer<typeof PreparedFiles>;

/** Prepared sets of one session. Counters a plan that outgrows a request. */
export const maxPreparedSets = 30;
