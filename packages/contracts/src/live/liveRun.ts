import { z } from 'zod';
import { CandidateVerdict } from '#http/candidate/candidateSubmission.ts';
import { Exploration, ExploreStep, maxExploreSteps } from '#http/candidate/exploration.ts';
import { ConsoleLine, TestFailure, TestStatus } from '#verdict/testResult.ts';
import type { LiveRole, LiveState } from './liveSession.ts';

/** Runs of one session. Counters a page that fills the database. */
export const maxLiveRuns = 1_000;
/** Runs of one answer with history. */
export const liveRunPageSize = 50;

export const LiveRunAudience = z
  .enum(['everybody', 'interviewers'])
  .describe('Who may know of a run at all: everybody in the session, or its interviewers alone.');
export type LiveRunAudience = z.infer<typeof LiveRunAudience>;

export const LiveRunState = z
  .enum(['queued', 'running', 'done', 'cancelled'])
  .describe(
    '`running`: a judge is at it; `done`: it has a result; `cancelled`: it has none and never will.',
  );
export type LiveRunState = z.infer<typeof LiveRunState>;

export const LiveRunAsked = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('tests'),
      id: z.uuid(),
      suite: z
        .enum(['public', 'hidden'])
        .describe(
          '`public`: with the tests that stand in the workspace; `hidden`: alone, and for interviewers.',
        ),
    }),
    z.strictObject({
      kind: z.literal('requests'),
      id: z.uuid(),
      step: ExploreStep,
      after: z
        .strictObject({ id: z.uuid(), keep: z.array(z.int().min(0)).max(maxExploreSteps - 1) })
        .optional()
        .describe(
          'The run that it goes on from, and which of its steps are carried out again before, in this order.',
        ),
    }),
  ])
  .describe(
    'What a page asks for. The page names the run, so that asking again after a lost answer starts it once.',
  );
export type LiveRunAsked = z.infer<typeof LiveRunAsked>;

export const LiveStep = z
  .object({ by: z.uuid(), step: ExploreStep })
  .describe('A request or a statement, and the participant who typed it.');
export type LiveStep = z.infer<typeof LiveStep>;

export const LiveTest = z
  .object({
    suite: z.enum(['public', 'hidden']),
    name: z.string(),
    status: TestStatus,
    own: z.literal(true).optional().describe('It stands in the workspace, not in the challenge.'),
    virtualMs: z.number().optional(),
    cpuMs: z.number().optional(),
    queries: z.int().optional(),
    failure: TestFailure.optional(),
    console: z.array(ConsoleLine).optional(),
  })
  .describe('One test of a run, with all that its audience sees of it.');
export type LiveTest = z.infer<typeof LiveTest>;

export const LiveVerdict = CandidateVerdict.omit({ tests: true }).extend({
  tests: z.array(LiveTest),
});
export type LiveVerdict = z.infer<typeof LiveVerdict>;

const moment = z.iso.datetime();

const run = {
  id: z.uuid(),
  seq: z.int().describe('The order of the runs of a session: later ones have a higher one.'),
  audience: LiveRunAudience,
  state: LiveRunState,
  by: z.uuid().describe('The participant who asked for it.'),
  askedAt: moment,
  endedAt: moment.optional(),
  cancelledBy: z.uuid().optional().describe('Who gave it up.'),
  codeSeq: z
    .int()
    .describe('The last change of `code`, by its number in the log, that it ran with.'),
};

export const LiveRun = z
  .discriminatedUnion('kind', [
    z.object({
      ...run,
      kind: z.literal('tests'),
      suite: z.enum(['public', 'hidden']),
      status: CandidateVerdict.shape.status.optional().describe('Once it is done.'),
      passed: z.int().optional(),
      total: z.int().optional(),
      verdict: LiveVerdict.optional().describe(
        'Once it is done; left out in lists: ask for the run.',
      ),
    }),
    z.object({
      ...run,
      kind: z.literal('requests'),
      steps: z.array(LiveStep).describe('In their order; the last one is what was asked for.'),
      exploration: Exploration.optional().describe('Likewise.'),
    }),
  ])
  .describe('A run of a session as those see it who may: live, in its history, and in a replay.');
export type LiveRun = z.infer<typeof LiveRun>;

/** Results of a run so far. Each repeats the earlier ones. */
export type LiveRunProgress = { id: string; tests: LiveTest[] };

export const LiveRunsAsked = z
  .strictObject({ before: z.int().min(1).optional() })
  .describe('Runs before this one; without it, the newest.');
export type LiveRunsAsked = z.infer<typeof LiveRunsAsked>;

/** What a session's challenge brings: tests, a server to send requests to, a database. */
export type LiveOffers = { tests: boolean; http: boolean; sql: boolean };

/** Newest first, without their results. `more`: there are some before these. */
export type LiveRunPage = { ok: true; runs: LiveRun[]; more: boolean; offers: LiveOffers };

export type LiveRunRight =
  | { may: 'nothing'; why: 'not_open' | 'focus' }
  | { may: 'see' }
  /** `hidden`: the hidden tests, too. */
  | { may: 'run'; hidden: boolean };

/**
 * What somebody who was let in may do with the runs of a session now. Like code and board, they are the candidate's
 * own in a focus time: what a run prints says what the code does. Interviewers run before the start, to try what
 * they prepare, and read after the end.
 */
export function liveRunRight(
  role: LiveRole,
  session: { state: LiveState; focused: boolean },
): LiveRunRight {
  const interviewer = role === 'interviewer';
  if (!interviewer && session.state !== 'open') return { may: 'nothing', why: 'not_open' };
  if (session.focused && role !== 'candidate') return { may: 'nothing', why: 'focus' };
  if (session.state === 'ended' || role === 'observer') return { may: 'see' };
  return { may: 'run', hidden: interviewer };
}

/** Who a run is for that is asked for now: of hidden tests and of what is prepared nobody else learns anything. */
export function liveRunAudience(asked: LiveRunAsked, state: LiveState): LiveRunAudience {
  const hidden = asked.kind === 'tests' && asked.suite === 'hidden';
  return hidden || state === 'prepared' ? 'interviewers' : 'everybody';
}

/** Whether somebody who may see runs may know of this one. */
export function maySeeRun(role: LiveRole, audience: LiveRunAudience): boolean {
  return role === 'interviewer' || audience === 'everybody';
}
