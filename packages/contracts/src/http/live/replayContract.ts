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

export const ReplayEvent = z
  .object({
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
    participantId: z.uuid().optional().describe('Whom it is about.'),
    title: z.string().optional().describe('The title of a prepared set that was added.'),
    paths: z
      .array(z.string())
      .default([])
      .describe('The file that was locked, or those that were added.'),
    minutes: z.int().optional().describe('That the candidate asked for.'),
  })
  .describe(
    'Something that was done in a session, beside its documents. Who was there when is in `visits`.',
  );
export type ReplayEvent = z.infer<typeof ReplayEvent>;

export const LiveReplay = z
  .object({
    sessionId: z.uuid(),
    title: z.string(),
    state: LiveState,
    leads: z.boolean().describe('Whether the one who asks leads the session, or has it shared.'),
    startedAt: moment.optional(),
    endedAt: moment.optional(),
    until: moment.describe(
      'How far it goes: to the end, to now, or to the beginning of a focus time that goes on.',
    ),
    people: z.array(
      z.object({ participantId: z.uuid(), role: LiveRole, name: z.string(), colour: z.string() }),
    ),
    visits: z
      .array(span.extend({ participantId: z.uuid() }))
      .describe('Who was there when. A page that was away for a moment was there.'),
    focus: z.array(span),
    events: z.array(ReplayEvent),
    messages: z.array(
      z.object({ id: z.uuid(), at: moment, participantId: z.uuid(), text: z.string() }),
    ),
    runs: z
      .array(LiveRun)
      .describe(
        'Oldest first, without their results: ask for the run. Those of interviewers are told to those who lead alone.',
      ),
    notes: z
      .array(NotesEntry)
      .describe("One's own, and where the plan stood; for interviewers of the session alone."),
    plan: z.array(PlanEntry),
  })
  .describe("What a session's recording holds beside its documents.");
export type LiveReplay = z.infer<typeof LiveReplay>;

export const ReplayUpdates = z
  .object({
    authors: z
      .array(z.string())
      .describe('Participants by their ids, and `server` for the starter and for prepared files.'),
    updates: z
      .array(z.tuple([z.int(), z.int().min(0), z.base64()]))
      .describe(
        'Since the update before, or since 1970, ms; whose, by its place in `authors`; the update, base64.',
      ),
    next: z.int().optional().describe('Where the next part begins; absent after the last.'),
  })
  .describe("A part of a document's log, in its order.");
export type ReplayUpdates = z.infer<typeof ReplayUpdates>;

export const ReplayShares = z
  .object({
    shares: z.array(z.object({ memberId: z.string(), name: z.string(), since: moment })),
  })
  .describe('With whom a replay is shared.');
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
        after: z.coerce.number().int().min(0).default(0).describe('Updates that one has already.'),
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
