import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NotesEntry, PlanEntry } from '#live/interviewNotes.ts';
import { LiveRun } from '#live/liveRun.ts';
import { LiveRole, LiveState } from '#live/liveSession.ts';

const moment = z.iso.datetime();
const session = z.object({ sessionId: z.uuid() });
const share = session.extend({ memberId: z.string().max(100) });

/** A stretch of a session; without an end, it goes on. */
const span = z.object({ from: moment, until: moment.optional() });

/** Something that was done in a session, beside its documents. Who was there when is in `visits`. */
export const ReplayEvent = z.object({
  at: moment,
  kind: z.enum([
    'admitted',
    'refused',
    'removed',
    'frozen',
    'unfrozen',
    'locked',
    'unlocked',
    'files_added',
    'focus_asked',
  ]),
  /** Whom it is about. */
  participantId: z.uuid().optional(),
  /** The title of a prepared set that was added. */
  title: z.string().optional(),
  /** The file that was locked, or those that were added. */
  paths: z.array(z.string()).default([]),
  /** That the candidate asked for. */
  minutes: z.int().optional(),
});
export type ReplayEvent = z.infer<typeof ReplayEvent>;

/** What a session's recording holds beside its documents. */
export const LiveReplay = z.object({
  sessionId: z.uuid(),
  title: z.string(),
  state: LiveState,
  /** Whether the one who asks leads the session, or has it shared. */
  leads: z.boolean(),
  startedAt: moment.optional(),
  endedAt: moment.optional(),
  /** How far it goes: to the end, to now, or to the beginning of a focus time that goes on. */
  until: moment,
  people: z.array(
    z.object({ participantId: z.uuid(), role: LiveRole, name: z.string(), colour: z.string() }),
  ),
  /** Who was there when. A page that was away for a moment was there. */
  visits: z.array(span.extend({ participantId: z.uuid() })),
  focus: z.array(span),
  events: z.array(ReplayEvent),
  messages: z.array(
    z.object({ id: z.uuid(), at: moment, participantId: z.uuid(), text: z.string() }),
  ),
  /** Oldest first, without their results: ask for the run. Those of interviewers are told to those who lead alone. */
  runs: z.array(LiveRun),
  /** One's own, and where the plan stood; for interviewers of the session alone. */
  notes: z.array(NotesEntry),
  plan: z.array(PlanEntry),
});
export type LiveReplay = z.infer<typeof LiveReplay>;

/** A part of a document's log, in its order. */
export const ReplayUpdates = z.object({
  /** Participants by their ids, and `server` for the starter and for prepared files. */
  authors: z.array(z.string()),
  /** Since the update before, or since 1970, ms; whose, by its place in `authors`; the update, base64. */
  updates: z.array(z.tuple([z.int(), z.int().min(0), z.base64()])),
  /** Where the next part begins; absent after the last. */
  next: z.int().optional(),
});
export type ReplayUpdates = z.infer<typeof ReplayUpdates>;

/** With whom a replay is shared. */
export const ReplayShares = z.object({
  shares: z.array(z.object({ memberId: z.string(), name: z.string(), since: moment })),
});
export type ReplayShares = z.infer<typeof ReplayShares>;

/** The recording of a live session, for those who lead it and those with whom they share it. */
export const replayContract = {
  getReplay: oc
    .route({
      method: 'GET',
      path: '/live/sessions/{sessionId}/replay',
      summary: 'What happened in a session, beside its documents',
    })
    .input(session)
    .output(LiveReplay),
  getReplayUpdates: oc
    .route({
      method: 'GET',
      path: '/live/sessions/{sessionId}/replay/{document}',
      summary: 'The log of code or board, in parts',
    })
    .input(
      session.extend({
        document: z.enum(['code', 'board']),
        /** Updates that one has already. */
        after: z.coerce.number().int().min(0).default(0),
      }),
    )
    .output(ReplayUpdates),
  getReplayRun: oc
    .route({
      method: 'GET',
      path: '/live/sessions/{sessionId}/replay/runs/{runId}',
      summary: 'A run of a session with what came of it',
    })
    .input(session.extend({ runId: z.uuid() }))
    .output(LiveRun),
  listReplayShares: oc
    .route({
      method: 'GET',
      path: '/live/sessions/{sessionId}/replay-shares',
      summary: 'With whom the replay is shared',
    })
    .input(session)
    .output(ReplayShares),
  shareReplay: oc
    .route({
      method: 'PUT',
      path: '/live/sessions/{sessionId}/replay-shares/{memberId}',
      summary: 'Let a member of staff watch the replay once the session is over',
    })
    .input(share)
    .output(ReplayShares),
  unshareReplay: oc
    .route({
      method: 'DELETE',
      path: '/live/sessions/{sessionId}/replay-shares/{memberId}',
      summary: 'Share the replay with them no more',
    })
    .input(share)
    .output(ReplayShares),
};
