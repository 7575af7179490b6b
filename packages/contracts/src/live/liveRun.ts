import { z } from 'zod';
import { CandidateVerdict } from '#http/candidate/candidateSubmission.ts';
import { Exploration, ExploreStep, maxExploreSteps } from '#http/candidate/exploration.ts';
import { ConsoleLine, TestFailure, TestStatus } from '#verdict/testResult.ts';
import type { LiveRole, LiveState } from './liveSession.ts';

/** Runs of one session. Counters a page that fills the database. */
export const maxLiveRuns = 1_000;
/** Runs of one answer with history. */
export const liveRunPageSize = 50;

/** Who may know of a run at all: everybody in the session, or its interviewers alone. */
export const LiveRunAudience = z.enum(['everybody', 'interviewers']);
export type LiveRunAudience = z.infer<typeof LiveRunAudience>;

/** `running`: a judge is at it; `done`: it has a result; `cancelled`: it has none and never will. */
export const LiveRunState = z.enum(['queued', 'running', 'done', 'cancelled']);
export type LiveRunState = z.infer<typeof LiveRunState>;

/** What a page asks for. The page names the run, so that asking again after a lost answer starts it once. */
export const LiveRunAsked = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tests'),
    id: z.uuid(),
    /** `public`: with the tests that stand in the workspace; `hidden`: alone, and for interviewers. */
    suite: z.enum(['public', 'hidden']),
  }),
  z.strictObject({
    kind: z.literal('requests'),
    id: z.uuid(),
    step: ExploreStep,
    /** The run that it goes on from, and which of its steps are carried out again before, in this order. */
    after: z
      .strictObject({ id: z.uuid(), keep: z.array(z.int().min(0)).max(maxExploreSteps - 1) })
      .optional(),
  }),
]);
export type LiveRunAsked = z.infer<typeof LiveRunAsked>;

/** A request or a statement, and the participant who typed it. */
export const LiveStep = z.object({ by: z.uuid(), step: ExploreStep });
export type LiveStep = z.infer<typeof LiveStep>;

/** One test of a run, with all that its audience sees of it. */
export const LiveTest = z.object({
  suite: z.enum(['public', 'hidden']),
  name: z.string(),
  status: TestStatus,
  /** It stands in the workspace, not in the challenge. */
  own: z.literal(true).optional(),
  virtualMs: z.number().optional(),
  cpuMs: z.number().optional(),
  queries: z.int().optional(),
  failure: TestFailure.optional(),
  console: z.array(ConsoleLine).optional(),
});
export type LiveTest = z.infer<typeof LiveTest>;

export const LiveVerdict = CandidateVerdict.omit({ tests: true }).extend({
  tests: z.array(LiveTest),
});
export type LiveVerdict = z.infer<typeof LiveVerdict>;

const moment = z.iso.datetime();

const run = {
  id: z.uuid(),
  /** The order of the runs of a session: later ones have a higher one. */
  seq: z.int(),
  audience: LiveRunAudience,
  state: LiveRunState,
  /** The participant who asked for it. */
  by: z.uuid(),
  askedAt: moment,
  endedAt: moment.optional(),
  /** Who gave it up. */
  cancelledBy: z.uuid().optional(),
  /** The last change of `code`, by its number in the log, that it ran with. */
  codeSeq: z.int(),
};

/** A run of a session as those see it who may: live, in its history, and in a replay. */
export const LiveRun = z.discriminatedUnion('kind', [
  z.object({
    ...run,
    kind: z.literal('tests'),
    suite: z.enum(['public', 'hidden']),
    /** Once it is done. */
    status: CandidateVerdict.shape.status.optional(),
    passed: z.int().optional(),
    total: z.int().optional(),
    /** Once it is done; left out in lists: ask for the run. */
    verdict: LiveVerdict.optional(),
  }),
  z.object({
    ...run,
    kind: z.literal('requests'),
    /** In their order; the last one is what was asked for. */
    steps: z.array(LiveStep),
    /** Likewise. */
    exploration: Exploration.optional(),
  }),
]);
export type LiveRun = z.infer<typeof LiveRun>;

/** Results of a run so far. Each repeats the earlier ones. */
export type LiveRunProgress = { id: string; tests: LiveTest[] };

/** Runs before this one; without it, the newest. */
export const LiveRunsAsked = z.strictObject({ before: z.int().min(1).optional() });
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
