import {
  LiveDocument,
  LiveOpen,
  type LiveOpened,
  type LiveRefusal,
  LiveUpdate,
} from '@assay/contracts/live';
import { refuse } from '#realtime/socketRefusal.ts';
import { documentName, documentRooms, isShared, liveKey } from './liveDocuments.ts';
import { decodeWire } from './LiveRelay.ts';
import type { Seat, SeatData } from './Seat.ts';
import { forbidden, malformed, type Talk } from './Talk.ts';

const openFirst = refuse('unavailable', 'Open the document first.');
const clientTaken = refuse('client_taken', 'Somebody else writes with this id. Take another.');
const nothing = {
  forbidden: refuse('forbidden', 'There is no document here that you can see.'),
  not_open: refuse('not_now', 'The session is not open.'),
  focus: refuse('not_now', 'A focus time is going on.'),
};

/** Serves the documents of the session that a socket is in: opening, changing and closing them. */
export function serveDocuments({ socket, services, strikes, seat, answer }: Talk): void {
  const { live, rooms } = services;

  async function open(message: unknown): Promise<LiveOpened | LiveRefusal> {
    const parsed = LiveOpen.safeParse(message);
    if (!parsed.success) return malformed;
    const { document, stateVector, clientId } = parsed.data;
    const mine = seat();
    if (mine === undefined) return forbidden;
    const right = live.rightOf(mine, document);
    if (right.may === 'nothing') return nothing[right.why];
    const { sessionId, participantId } = mine;
    const name = documentName(document, participantId);
    const holder = live.holderOf(mine, name, clientId) ?? participantId;
    if (holder !== participantId) return clientTaken;
    // Before anything is awaited: nobody else can open with this id on this node from here on.
    mine.open.set(document, { name, clientId, may: right.may });
    if (socket.data.seat) socket.data.seat.clients = clientsOf(mine);
    const room = rooms.room(liveKey({ sessionId, document: name }));
    const owner = (await room.ownerOf(clientId)) ?? participantId;
    if (owner !== participantId) {
      live.closeDocument(mine, document);
      return clientTaken;
    }
    // Joined first: a change in between arrives twice rather than never, and twice is once in Yjs.
    const documentRoom = documentRooms(mine, name);
    await socket.join(documentRoom);
    const opened = await room.open(stateVector);
    // With code and board alone: who may not look at them now may not know where others are, either.
    const seats = isShared(document) ? await live.seats(sessionId) : [];
    const taken = seats.some(
      (other) =>
        other.participantId !== participantId &&
        other.clients.some(([held, client]) => held === name && client === clientId),
    );
    // A focus time may have begun meanwhile, here or on another node.
    await live.recheck(sessionId);
    const still = live.rightOf(mine, document);
    if (seat() !== mine || still.may === 'nothing' || !opened.ok || taken) {
      live.closeDocument(mine, document);
      for (const left of documentRoom) await socket.leave(left);
      if (!opened.ok) return refuse(opened.code, opened.message);
      if (taken) return clientTaken;
      return still.may === 'nothing' ? nothing[still.why] : openFirst;
    }
    mine.open.set(document, { name, clientId, may: still.may });
    const others = seats.filter(({ connection }) => connection !== mine.connection);
    return {
      ...opened,
      readOnly: still.may === 'read',
      awareness: others.flatMap(({ connection, awareness }) =>
        awareness ? [[connection, awareness]] : [],
      ),
    };
  }

  async function update(...message: unknown[]): Promise<{ ok: true } | LiveRefusal> {
    const parsed = LiveUpdate.safeParse(message);
    if (!parsed.success) return malformed;
    const [document, wire, cursor] = parsed.data;
    const mine = seat();
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
    if (result.entry) {
      if (cursor && mine.awareness?.cursors !== undefined) mine.awareness.cursors = [cursor];
      const { seq, author, at } = result.entry;
      const place = { connection, cursor: cursor ?? undefined };
      await live.delivery.relay(
        { sessionId, document, name, seq, author, bytes, ...place },
        { at, socket: socket.id },
      );
    }
    return { ok: true };
  }

  socket.on('live:open', (message, reply) => answer(reply, () => open(message)));
  socket.on('live:update', (document, wire, cursor, reply) =>
    answer(reply, () => update(document, wire, cursor)),
  );
  socket.on('live:close', (document) => {
    const parsed = LiveDocument.safeParse(document);
    if (!parsed.success) return strikes.nonsense();
    const mine = seat();
    if (mine !== undefined) live.closeDocument(mine, parsed.data);
  });
}

/** With which Yjs client ids a seat has documents open, as other nodes may know it. */
const clientsOf = ({ open }: Seat): SeatData['clients'] =>
  [...open.values()].map(({ name, clientId }) => [name, clientId]);
