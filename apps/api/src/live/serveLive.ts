import { randomBytes } from 'node:crypto';
import {
  type Awareness,
  LiveAwareness,
  LiveJoin,
  type LiveJoined,
  type LiveRefusal,
  maxAwarenessLength,
} from '@assay/contracts/live';
import { insertLiveEvent, type LiveParticipantRecord, type LiveSessionRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { RateMeter } from '#realtime/rateMeter.ts';
import { socketRooms } from '#realtime/announcer.ts';
import { refuse, unavailable } from '#realtime/socketRefusal.ts';
import { serveCall } from './call/serveCall.ts';
import { serveChat } from './chat/serveChat.ts';
import { serveRuns } from './runs/serveRuns.ts';
import { findLivePerson } from './findLivePerson.ts';
import { presentOutside, presentStatus } from './presentSession.ts';
import { Backlog, cutSocket, type LiveSocket, type Seat } from './Seat.ts';
import { serveDocuments } from './serveDocuments.ts';
import { isInside } from './settleSeats.ts';
import { forbidden, malformed, tooOften } from './Talk.ts';
import { Strikes } from './Strikes.ts';

/** Joins of one socket. Each is a line of the session's events. */
const joins = { perSecond: 0.5, burst: 20 };
/** Where somebody is goes out at most this often, ms; what comes in between is replaced by what comes after. */
const awarenessMs = 30;

/** Serves live sessions to one socket: it is in one at a time. */
export function serveLive(socket: LiveSocket, services: Services): void {
  const { live, logger, background } = services;
  const strikes = new Strikes((reason) => {
    const { attemptId, member, seat } = socket.data;
    logger.warn(
      { code: reason.code, attemptId, member: member?.id, participant: seat?.participantId },
      'A socket of a live session was cut',
    );
    cutSocket(socket, reason);
  });
  const backlog = new Backlog(socket);
  const joinMeter = new RateMeter(joins);
  let seat: Seat | undefined;
  /** Coming and going follow each other: a seat that is left while it is being taken would never be free again. */
  let moving: Promise<unknown> = Promise.resolve();
  let awarenessTimer: NodeJS.Timeout | undefined;
  let nextAwareness: unknown;

  /** Answers, whatever was thrown, and counts what no client of ours sends. */
  function answer<Reply extends { ok: true }>(
    reply: (answer: Reply | LiveRefusal) => void,
    work: () => Promise<Reply | LiveRefusal>,
  ): void {
    // Types say so, but a client can leave it out.
    if (typeof reply !== 'function') return strikes.nonsense();
    if (!socket.data.meter.take()) {
      strikes.flood();
      return reply(tooOften);
    }
    work()
      .catch((error: unknown) => {
        logger.error({ err: error }, 'A live event failed');
        return unavailable;
      })
      .then((result) => {
        reply(result);
        if (!result.ok && (result.code === 'malformed' || result.code === 'forbidden'))
          strikes.nonsense();
      })
      .catch((error: unknown) => logger.error({ err: error }, 'A live answer failed'));
  }

  function inTurn<T>(move: () => Promise<T>): Promise<T> {
    const moved = moving.then(move);
    moving = moved.catch(() => {});
    return moved;
  }

  async function join(message: unknown): Promise<LiveJoined | LiveRefusal> {
    const parsed = LiveJoin.safeParse(message);
    if (!parsed.success) return malformed;
    if (!joinMeter.take()) return tooOften;
    const { sessionId, as } = parsed.data;
    const loaded = await live.load(sessionId);
    const person = loaded && (await findLivePerson(socket, services, loaded.people, as));
    const inside = person && isInside(person, loaded.session);
    // Asked again, as when the answer was lost: whoever sits there stays, with all that is open.
    const stays =
      seat?.sessionId === sessionId && seat.participantId === person?.id && seat.inside === inside;
    if (!stays) await leave();
    if (loaded === undefined || person === undefined || person.removedAt !== null) return forbidden;
    if (person.refusedAt !== null) return refuse('not_now', 'You were not let in.');
    const { session } = loaded;
    if (session.state === 'ended' && person.role !== 'interviewer')
      return refuse('not_now', 'This session has ended.');
    if (!socket.connected) return unavailable;
    const mine = seat ?? (await sit(person, session));
    const now = services.now();
    return {
      ok: true,
      participantId: mine.participantId,
      role: mine.role,
      connection: mine.connection,
      admitted: mine.inside,
      status: mine.inside ? presentStatus(session, now) : presentOutside(session, now),
      roster: mine.inside ? await live.roster(mine) : [],
    };
  }

  async function sit(person: LiveParticipantRecord, session: LiveSessionRecord): Promise<Seat> {
    const taken: Seat = {
      sessionId: session.id,
      participantId: person.id,
      connection: randomBytes(3).toString('base64url'),
      role: person.role,
      inside: isInside(person, session),
      awareness: null,
      clients: [],
      socket,
      open: new Map(),
      backlog,
      missed: new Set(),
    };
    seat = taken;
    const { sessionId, connection, participantId, role, inside } = taken;
    socket.data.seat = {
      sessionId,
      participantId,
      connection,
      role,
      inside,
      awareness: null,
      clients: [],
    };
    await socket.join([
      inside ? socketRooms.live(sessionId) : socketRooms.liveWaiting(sessionId),
      socketRooms.livePerson(sessionId, participantId),
      socketRooms.liveConnection(sessionId, connection),
      ...(role === 'interviewer' ? [socketRooms.liveInterviewers(sessionId)] : []),
    ]);
    try {
      await live.enter(taken);
    } catch (error) {
      await leave();
      throw error;
    }
    if (inside) note(taken, 'joined');
    return taken;
  }

  function note({ sessionId, participantId, connection }: Seat, kind: 'joined' | 'left'): void {
    background.run('note who is there', () =>
      insertLiveEvent(services.db, {
        sessionId,
        at: services.now(),
        kind,
        participantId,
        detail: { connection },
      }),
    );
  }

  async function leave(): Promise<void> {
    const left = seat;
    if (left === undefined) return;
    const wasInCall = socket.data.seat?.call !== undefined;
    seat = undefined;
    socket.data.seat = undefined;
    clearTimeout(awarenessTimer);
    awarenessTimer = undefined;
    for (const document of left.open.keys()) live.closeDocument(left, document);
    for (const room of socket.rooms) if (room.startsWith('live:')) await socket.leave(room);
    if (left.inside) note(left, 'left');
    if (wasInCall) void live.calls.tell(left.sessionId);
    await live.leave(left);
  }

  function sayWhere(): void {
    awarenessTimer = undefined;
    if (seat === undefined || nextAwareness === undefined) return;
    const parsed = parseAwareness(nextAwareness);
    nextAwareness = undefined;
    if (!parsed.ok) return strikes.nonsense();
    live.say(seat, parsed.state);
    awarenessTimer = setTimeout(sayWhere, awarenessMs);
  }

  socket.on('live:join', (message, reply) => answer(reply, () => inTurn(() => join(message))));
  socket.on('live:leave', (reply) =>
    answer(reply, async () => {
      await inTurn(leave);
      return { ok: true };
    }),
  );
  socket.on('live:awareness', (state) => {
    if (!strikes.light()) return;
    nextAwareness = state;
    if (awarenessTimer === undefined) sayWhere();
  });
  const talk = { socket, services, strikes, answer, seat: () => seat };
  serveDocuments(talk);
  serveChat(talk);
  serveCall(talk);
  serveRuns(talk);
  socket.on('disconnect', () => background.run('leave a session', () => inTurn(leave)));
}

function parseAwareness(state: unknown): { ok: true; state: Awareness | null } | { ok: false } {
  const parsed = LiveAwareness.safeParse(state);
  if (!parsed.success || JSON.stringify(parsed.data).length > maxAwarenessLength)
    return { ok: false };
  return { ok: true, state: parsed.data };
}
