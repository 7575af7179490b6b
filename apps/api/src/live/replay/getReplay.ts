import { type LiveReplay, type Member, ReplayEvent } from '@assay/contracts/http';
import { maxLiveRuns, maySeeRun, NotesEntry, PlanEntry } from '@assay/contracts/live';
import {
  type Database,
  findLiveMember,
  listDocumentUpdates,
  type LiveEventRecord,
  listLiveEvents,
  listLiveMessages,
  listLiveParticipants,
  listLiveRuns,
} from '@assay/db';
import { readEntries } from '@assay/workspace';
import type { z } from 'zod';
import type { Services } from '#services.ts';
import { asStaff, routes } from '#http/routes.ts';
import { documentName } from '#live/liveDocuments.ts';
import { presentRun } from '#live/runs/presentRun.ts';
import { admitToReplay } from './admitToReplay.ts';
import { listFocusTimes, listVisits, type Span } from './listSpans.ts';

export const getReplayRoute = routes.live.getReplay
  .use(asStaff)
  .handler(({ input: { sessionId }, context: { services, member } }) =>
    getReplay(services, sessionId, member),
  );

async function getReplay(
  services: Services,
  sessionId: string,
  member: Member,
): Promise<LiveReplay> {
  const { db, now } = services;
  const { session, leads, viewer, until } = await admitToReplay(services, sessionId, member);
  const people = await listLiveParticipants(db, sessionId);
  const events = await listLiveEvents(db, sessionId);
  const messages = (await listLiveMessages(db, sessionId)).reverse();
  const isTold = ({ at }: { at: Date }) => at <= until;
  return {
    sessionId,
    title: session.title,
    state: session.state,
    leads,
    ...(session.startedAt && { startedAt: session.startedAt.toISOString() }),
    ...(session.endedAt && { endedAt: session.endedAt.toISOString() }),
    until: until.toISOString(),
    people: people.map(({ id, role, name, colour }) => ({
      participantId: id,
      role,
      name,
      colour,
    })),
    visits: listVisits(events).map(({ participantId, ...span }) => ({
      participantId,
      ...presentSpan(span),
    })),
    focus: listFocusTimes(events, now()).map(presentSpan),
    events: events.filter(isTold).flatMap(presentEvent),
    messages: messages.filter(isTold).map(({ id, at, participantId, text }) => ({
      id,
      at: at.toISOString(),
      participantId,
      text,
    })),
    runs: (await listLiveRuns(db, sessionId, { limit: maxLiveRuns }))
      .reverse()
      .filter(({ audience, askedAt }) => maySeeRun(viewer, audience) && askedAt <= until)
      .map(presentRun),
    ...(await readOwn(db, sessionId, member)),
  };
}

const presentSpan = ({ from, until }: Span) => ({
  from: from.toISOString(),
  ...(until && { until: until.toISOString() }),
});

/** What has no span of its own. */
function presentEvent({ at, kind, participantId, detail }: LiveEventRecord): ReplayEvent[] {
  const { title, path, paths = path === undefined ? [] : [path], minutes } = detail;
  const parsed = ReplayEvent.safeParse({
    at: at.toISOString(),
    kind,
    ...(participantId !== null && { participantId }),
    title,
    paths,
    minutes,
  });
  return parsed.success ? [parsed.data] : [];
}

/** What an interviewer of the session wrote beside it. Nobody else's notes are read, whoever asks. */
async function readOwn(db: Database, sessionId: string, member: Member) {
  const self = await findLiveMember(db, sessionId, member.id);
  if (self?.role !== 'interviewer' || self.removedAt !== null) return { notes: [], plan: [] };
  const read = async <Known>(document: 'notes' | 'interviewers', schema: z.ZodType<Known>) => {
    const key = { sessionId, document: documentName(document, self.id) };
    const updates = await listDocumentUpdates(db, key, 0);
    return readEntries(updates.map(({ bytes }) => bytes)).flatMap(
      (entry) => schema.safeParse(entry).data ?? [],
    );
  };
  return { notes: await read('notes', NotesEntry), plan: await read('interviewers', PlanEntry) };
}
