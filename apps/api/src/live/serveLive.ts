import { randomBytes } from 'node:crypto';
import {
  type Awareness,
  LiveAwareness,
  LiveDocument as DocumentSchema,
  LiveJoin,
  type LiveJoined,
  LiveOpen,
  type LiveOpened,
  type LiveRefusal,
  LiveUpdate,
  maxAwarenessLength,
} from '@assay/contracts/live';
import { insertLiveEvent, type LiveParticipantRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { RateMeter } from '#realtime/rateMeter.ts';
import { socketRooms } from '#realtime/announcer.ts';
import { refuse, unavailable } from '#realtime/socketRefusal.ts';
import { readSessions } from '#sessions/sessions.ts';
import { serveCall } from './call/serveCall.ts';
import { serveChat } from './chat/serveChat.ts';
import { isInside } from './LiveDesk.ts';
import { decodeWire } from './LiveRelay.ts';
import { documentName, isShared, liveKey } from './liveDocuments.ts';
import { presentOutside, presentStatus } from './presentSession.ts';
import { Backlog, cutSocket, type LiveSocket, type Seat } from './Seat.ts';
import { forbidden, malformed, tooOften } from './Talk.ts';
import { Strikes } from './Strikes.ts';

/** Joins of one socket. Each is a line of the session's events. */
const joins = { perSecond: 0.5, burst: 20 };
/** Where somebody is goes out at most this often, ms; what comes in between is replaced by what comes after. */
const awarenessMs = 30;

const openFirst = refuse('unavailable', 'Open the document first.');
const clientTaken = refuse('client_taken', 'Somebody else writes with this id. Take another.');
const nothing = {
  forbidden: refuse('forbidden', 'There is no document here that you can see.'),
  not_open: refuse('not_now', 'The session is not open.'),
  focus: refuse('not_now', 'A focus time is going on.'),
};

/** Serves live sessions to one socket: it is in one at a time. */
export function serveLive(socket: LiveSocket, services: Services): void {
  const { live, rooms, logger, background } = services;
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

  async function join(message: unknown): Promise<LiveJoined | LiveRefusal> {
    const parsed = LiveJoin.safeParse(message);
    if (!parsed.success) return malformed;
    if (!joinMeter.take()) return tooOften;
    await leave();
    const { sessionId, as } = parsed.data;
    const loaded = await live.load(sessionId);
    const person = loaded && (await findPerson(socket, services, loaded.people, as));
    if (loaded === undefined || person === undefined || person.removedAt !== null) return forbidden;
    if (person.refusedAt !== null) return refuse('not_now', 'You were not let in.');
    const { session } = loaded;
    if (session.state === 'ended' && person.role !== 'interviewer')
      return refuse('not_now', 'This session has ended.');
    if (!socket.connected) return unavailable;
    const inside = isInside(person, session);
    const taken: Seat = {
      sessionId,
      participantId: person.id,
      connection: randomBytes(3).toString('base64url'),
      role: person.role,
      inside,
      awareness: null,
      socket,
      open: new Map(),
      backlog,
      missed: new Set(),
    };
    seat = taken;
    const { connection, participantId, role } = taken;
    socket.data.seat = { sessionId, participantId, connection, role, inside, awareness: null };
    await socket.join([
      inside ? socketRooms.live(sessionId) : socketRooms.liveWaiting(sessionId),
      socketRooms.livePerson(sessionId, person.id),
      socketRooms.liveConnection(sessionId, connection),
      ...(role === 'interviewer' ? [socketRooms.liveInterviewers(sessionId)] : []),
    ]);
    await live.enter(taken);
    if (inside) note(taken, 'joined');
    const now = services.now();
    return {
      ok: true,
      participantId,
      role,
      connection,
      admitted: inside,
      status: inside ? presentStatus(session, now) : presentOutside(session, now),
      roster: inside ? await live.roster(sessionId) : [],
    };
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

  async function open(message: unknown): Promise<LiveOpened | LiveRefusal> {
    const parsed = LiveOpen.safeParse(message);
    if (!parsed.success) return malformed;
    const { document, stateVector, clientId } = parsed.data;
    const mine = seat;
    if (mine === undefined) return forbidden;
    const right = live.rightOf(mine, document);
    if (right.may === 'nothing') return nothing[right.why];
    const { sessionId, participantId } = mine;
    const name = documentName(document, participantId);
    const holder = live.holderOf(mine, name, clientId) ?? participantId;
    if (holder !== participantId) return clientTaken;
    // Before anything is awaited: nobody else can open with this id from here on.
    mine.open.set(document, { name, clientId, may: right.may });
    const room = rooms.room(liveKey({ sessionId, document: name }));
    const owner = (await room.ownerOf(clientId)) ?? participantId;
    if (owner !== participantId) {
      live.closeDocument(mine, document);
      return clientTaken;
    }
    // Joined first: a change in between arrives twice rather than never, and twice is once in Yjs.
    await socket.join(socketRooms.liveDocument(sessionId, name));
    const opened = await room.open(stateVector);
    // With code and board alone: who may not look at them now may not know where others are, either.
    const awareness = isShared(document) ? await live.whereabouts(sessionId) : [];
    // A focus time may have begun meanwhile.
    const still = live.rightOf(mine, document);
    if (seat !== mine || still.may === 'nothing' || !opened.ok) {
      live.closeDocument(mine, document);
      await socket.leave(socketRooms.liveDocument(sessionId, name));
      if (!opened.ok) return refuse(opened.code, opened.message);
      return still.may === 'nothing' ? nothing[still.why] : openFirst;
    }
    mine.open.set(document, { name, clientId, may: still.may });
    return {
      ...opened,
      readOnly: still.may === 'read',
      awareness: awareness
        .filter(([connection]) => connection !== mine.connection)
        .map(([connection, state]) => [connection, state]),
    };
  }

  async function update(...message: unknown[]): Promise<{ ok: true } | LiveRefusal> {
    const parsed = LiveUpdate.safeParse(message);
    if (!parsed.success) return malformed;
    const [document, wire, cursor] = parsed.data;
    const mine = seat;
    if (mine === undefined) return forbidden;
    const right = live.rightOf(mine, document);
    if (right.may === 'nothing') return nothing[right.why];
    if (right.may === 'read') return refuse('read_only', 'You can read this, not change it.');
    const opened = mine.open.get(document);
    if (opened === undefined) return openFirst;
    const { sessionId, participantId, connection } = mine;
    const { name } = opened;
    const bytes = decodeWire(wire);
    const result = await rooms
      .room(liveKey({ sessionId, document: name }))
      .update(bytes, participantId, {
        holderOf: (client) => live.holderOf(mine, name, client),
        locked: live.lockedFor(mine),
      });
    if (!result.ok) {
      // What is missing can still come: the client opens again and sends all that the server lacks.
      if (result.code === 'gap') strikes.gap();
      return refuse(result.code === 'gap' ? 'unavailable' : result.code, result.message);
    }
    if (result.changed) {
      if (cursor && mine.awareness?.cursors !== undefined) mine.awareness.cursors = [cursor];
      const from = { socket: socket.id, connection, cursor: cursor ?? undefined };
      live.relay(sessionId, document, name, bytes, from);
    }
    return { ok: true };
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

  socket.on('live:join', (message, reply) => answer(reply, () => join(message)));
  socket.on('live:leave', (reply) =>
    answer(reply, async () => {
      await leave();
      return { ok: true };
    }),
  );
  socket.on('live:open', (message, reply) => answer(reply, () => open(message)));
  socket.on('live:update', (document, wire, cursor, reply) =>
    answer(reply, () => update(document, wire, cursor)),
  );
  socket.on('live:close', (document) => {
    const parsed = DocumentSchema.safeParse(document);
    if (!parsed.success) return strikes.nonsense();
    if (seat !== undefined) live.closeDocument(seat, parsed.data);
  });
  socket.on('live:awareness', (state) => {
    if (!strikes.light()) return;
    nextAwareness = state;
    if (awarenessTimer === undefined) sayWhere();
  });
  const talk = { socket, services, strikes, answer, seat: () => seat };
  serveChat(talk);
  serveCall(talk);
  socket.on('disconnect', () => background.run('leave a session', leave));
}

/** As whom a socket comes in: by the personal link that its browser holds, or as a member of staff. */
async function findPerson(
  socket: LiveSocket,
  services: Services,
  people: ReadonlyMap<string, LiveParticipantRecord>,
  as: 'link' | 'staff' | undefined,
): Promise<LiveParticipantRecord | undefined> {
  // Read anew: a link may have been opened, or ended, since the socket connected.
  const holder =
    as === 'staff'
      ? undefined
      : await readSessions(services, socket.handshake.headers.cookie).liveParticipant();
  const byLink = holder && people.get(holder.id);
  if (byLink !== undefined || as === 'link') return byLink;
  const { member } = socket.data;
  if (member === undefined) return undefined;
  return [...people.values()].find(({ memberId }) => memberId === member.id);
}

function parseAwareness(state: unknown): { ok: true; state: Awareness | null } | { ok: false } {
  const parsed = LiveAwareness.safeParse(state);
  if (!parsed.success || JSON.stringify(parsed.data).length > maxAwarenessLength)
    return { ok: false };
  return { ok: true, state: parsed.data };
}
