import {
  callRight,
  documentRight,
  type DocumentRight,
  type LiveDocument,
  type RosterEntry,
  sharedDocuments,
} from '@assay/contracts/live';
import {
  type Database,
  findLiveSession,
  listLiveParticipants,
  type LiveParticipantRecord,
  type LiveSessionRecord,
} from '@assay/db';
import type { Logger } from 'pino';
import { type RealtimeServer, socketRooms } from '#realtime/announcer.ts';
import { LiveCalls } from './call/LiveCalls.ts';
import { LiveRelay } from './LiveRelay.ts';
import { isFocused, presentOutside, presentStatus } from './presentSession.ts';
import { type CutReason, cutSocket, type Seat } from './Seat.ts';
import { holdBackSlowReaders } from './slowReaders.ts';

/** How often focus times are looked at, and readers that do not read, ms. */
const watchMs = 250;

/** A session with sockets on this node, and what the database said of it last. */
type Open = {
  session: LiveSessionRecord;
  people: ReadonlyMap<string, LiveParticipantRecord>;
  focused: boolean;
  readonly seats: Set<Seat>;
  readonly relay: LiveRelay;
  /** Readings of the database follow each other, so that the last one is the newest. */
  reading: Promise<void>;
};

/** The sessions that sockets of this node are in: who is there, who may do what now, and who hears of what. */
export class LiveDesk {
  readonly #io: RealtimeServer;
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #logger: Logger;
  /** Tells the other nodes that a session changed; undefined where there are none. */
  readonly #tellNodes: ((sessionId: string) => void) | undefined;
  readonly #open = new Map<string, Open>();
  readonly #watch: NodeJS.Timeout;
  readonly calls: LiveCalls;

  constructor(options: {
    io: RealtimeServer;
    db: Database;
    now: () => Date;
    logger: Logger;
    severalNodes: boolean;
  }) {
    const { io, db, now, logger, severalNodes } = options;
    this.#logger = logger;
    this.#io = io;
    this.calls = new LiveCalls(io);
    this.#db = db;
    this.#now = now;
    if (severalNodes) {
      this.#tellNodes = (sessionId) => io.serverSideEmit('live:changed', sessionId);
      io.on('live:changed', (sessionId) => this.#refreshAlone(sessionId));
    }
    this.#watch = setInterval(() => this.#look(), watchMs);
    this.#watch.unref();
  }

  /** Sessions with sockets on this node. */
  get size(): number {
    return this.#open.size;
  }

  close(): void {
    clearInterval(this.#watch);
    for (const { relay } of this.#open.values()) relay.close();
    this.#open.clear();
  }

  /** A session and its people, as they are now; for somebody who wants to come in. */
  async load(sessionId: string) {
    const session = await findLiveSession(this.#db, sessionId);
    if (session === undefined) return undefined;
    const people = await listLiveParticipants(this.#db, sessionId);
    return { session, people: new Map(people.map((person) => [person.id, person])) };
  }

  /** Takes a socket in; it has joined its rooms already. */
  async enter(seat: Seat): Promise<void> {
    const open = this.#open.get(seat.sessionId) ?? (await this.#begin(seat.sessionId));
    if (open === undefined) return;
    open.seats.add(seat);
    await this.#refresh(seat.sessionId);
  }

  async leave(seat: Seat): Promise<void> {
    const open = this.#open.get(seat.sessionId);
    if (open?.seats.delete(seat) !== true) return;
    this.#say(open, seat, null);
    if (open.seats.size === 0) {
      open.relay.close();
      this.#open.delete(seat.sessionId);
    }
    await this.#sendRoster(seat.sessionId, open);
  }

  /** What a seat may do with a document at this moment. */
  rightOf(seat: Seat, document: LiveDocument): DocumentRight {
    const open = this.#open.get(seat.sessionId);
    const person = open?.people.get(seat.participantId);
    if (open === undefined || person === undefined || !seat.inside)
      return { may: 'nothing', why: 'forbidden' };
    const focused = isFocused(open.session, this.#now());
    return documentRight(person, { state: open.session.state, focused }, document);
  }

  /** Who sits there and in which session, as far as they are in it. */
  insider({ sessionId, participantId, inside }: Seat) {
    const open = this.#open.get(sessionId);
    const person = open?.people.get(participantId);
    if (open === undefined || person === undefined || !inside) return undefined;
    return { person, state: open.session.state };
  }

  /** The files that this person must leave as they are. */
  lockedFor(seat: Seat): ReadonlySet<string> {
    const locked = seat.role === 'candidate' && this.#open.get(seat.sessionId)?.session.locked;
    return new Set(locked === false ? [] : locked);
  }

  /** Who has a document open with this Yjs client id, of those on this node. */
  holderOf({ sessionId }: Seat, name: string, clientId: number): string | undefined {
    for (const { participantId, open } of this.#open.get(sessionId)?.seats ?? [])
      for (const document of open.values())
        if (document.name === name && document.clientId === clientId) return participantId;
    return undefined;
  }

  /** Passes a change on to all who have the document open. */
  relay(
    sessionId: string,
    document: LiveDocument,
    name: string,
    update: Uint8Array,
    from?: Parameters<LiveRelay['update']>[3],
  ): void {
    const room = socketRooms.liveDocument(sessionId, name);
    const relay = this.#open.get(sessionId)?.relay ?? this.#newRelay();
    relay.update(room, document, update, from);
  }

  /** Says where somebody is, to those who may see code and board now. */
  say(seat: Seat, awareness: Seat['awareness']): void {
    const open = this.#open.get(seat.sessionId);
    if (open !== undefined && seat.inside) this.#say(open, seat, awareness);
  }

  /** After a change of a session or its people: tells everybody, and takes or gives what follows from it. */
  async changed(sessionId: string): Promise<void> {
    this.#tellNodes?.(sessionId);
    await this.#refresh(sessionId);
  }

  /** The plan or the prepared files are others. */
  tellInterviewers(sessionId: string): void {
    this.#io.to(socketRooms.liveInterviewers(sessionId)).emit('live:changed', { sessionId });
  }

  /** Ends the connections of one person, on all nodes. */
  cut(sessionId: string, participantId: string, reason: CutReason): void {
    const room = socketRooms.livePerson(sessionId, participantId);
    this.#io.to(room).emit('live:cut', reason);
    this.#io.in(room).disconnectSockets(true);
  }

  async roster(sessionId: string): Promise<RosterEntry[]> {
    const open = this.#open.get(sessionId);
    return open === undefined ? [] : this.#listRoster(sessionId, open);
  }

  /** Where everybody is who can be seen. */
  async whereabouts(sessionId: string) {
    const sockets = await this.#io.in(socketRooms.live(sessionId)).fetchSockets();
    return sockets.flatMap(({ data: { seat } }) =>
      seat?.awareness ? [[seat.connection, seat.awareness] as const] : [],
    );
  }

  async #begin(sessionId: string): Promise<Open | undefined> {
    const loaded = await this.load(sessionId);
    const known = this.#open.get(sessionId);
    if (known !== undefined || loaded === undefined) return known;
    const open: Open = {
      ...loaded,
      focused: isFocused(loaded.session, this.#now()),
      seats: new Set(),
      relay: this.#newRelay(),
      reading: Promise.resolve(),
    };
    this.#open.set(sessionId, open);
    return open;
  }

  #newRelay(): LiveRelay {
    return new LiveRelay(
      (rooms, except, event, ...message) =>
        void this.#io
          .to(rooms)
          .except(except ?? [])
          .emit(event, ...message),
      (room) => this.#io.of('/').adapter.rooms.get(room)?.size ?? 0,
    );
  }

  #say({ relay }: Open, seat: Seat, awareness: Seat['awareness']): void {
    const { sessionId, connection, socket } = seat;
    const focused = this.rightOf(seat, 'code').may === 'nothing';
    // Whoever may not look is not seen either: a calm room works both ways.
    if (focused && awareness !== null) return;
    seat.awareness = awareness;
    if (socket.data.seat) socket.data.seat.awareness = awareness;
    const rooms = sharedDocuments.map((name) => socketRooms.liveDocument(sessionId, name));
    relay.awareness(rooms, socket.id, [connection, awareness]);
  }

  #refresh(sessionId: string): Promise<void> {
    const open = this.#open.get(sessionId);
    if (open === undefined) return Promise.resolve();
    open.reading = open.reading.catch(() => {}).then(() => this.#read(sessionId, open));
    return open.reading;
  }

  /** The same where nobody waits for it. */
  #refreshAlone(sessionId: string): void {
    this.#refresh(sessionId).catch((error: unknown) =>
      this.#logger.error({ err: error, sessionId }, 'A live session could not be read'),
    );
  }

  async #read(sessionId: string, open: Open): Promise<void> {
    const loaded = await this.load(sessionId);
    if (loaded === undefined) {
      for (const { socket } of open.seats)
        cutSocket(socket, { code: 'removed', message: 'This session is gone.' });
      return;
    }
    Object.assign(open, loaded);
    this.#apply(open);
    const now = this.#now();
    const { session } = open;
    for (const { socket, inside } of open.seats)
      socket.emit(
        'live:status',
        inside ? presentStatus(session, now) : presentOutside(session, now),
      );
    await this.#sendRoster(sessionId, open);
  }

  /** Takes from each seat what it may not have any more, and says what it may have again. */
  #apply(open: Open): void {
    const focused = isFocused(open.session, this.#now());
    const focusOver = open.focused && !focused;
    open.focused = focused;
    for (const seat of open.seats) {
      const person = open.people.get(seat.participantId);
      const gone = person === undefined || person.removedAt !== null;
      if (gone || person.refusedAt !== null) {
        cutSocket(seat.socket, gone ? removed : turnedAway);
      } else if (!seat.inside) {
        if (isInside(person, open.session)) seat.socket.emit('live:admitted');
      } else {
        const again = this.#settleRights(seat);
        if (focusOver && seat.role !== 'candidate')
          for (const name of sharedDocuments) again.add(name);
        if (callRight(person.role, open.session.state) === 'nothing') this.calls.leave(seat);
        if (again.size > 0) seat.socket.emit('live:reopen', [...again]);
      }
    }
  }

  /** Closes what a seat may not see any more; answers what it has to open again because its right is another. */
  #settleRights(seat: Seat): Set<LiveDocument> {
    const again = new Set<LiveDocument>();
    for (const [document, opened] of seat.open) {
      const right = this.rightOf(seat, document);
      if (right.may === opened.may) continue;
      if (right.may === 'nothing') this.closeDocument(seat, document);
      else again.add(document);
    }
    return again;
  }

  /** Ends the stream of a document to a seat. */
  closeDocument(seat: Seat, document: LiveDocument): void {
    const opened = seat.open.get(document);
    if (opened === undefined) return;
    seat.open.delete(document);
    void seat.socket.leave(socketRooms.liveDocument(seat.sessionId, opened.name));
  }

  async #sendRoster(sessionId: string, open: Open): Promise<void> {
    const roster = await this.#listRoster(sessionId, open);
    this.#io.to(socketRooms.live(sessionId)).emit('live:roster', roster);
  }

  async #listRoster(sessionId: string, { people }: Open): Promise<RosterEntry[]> {
    const rooms = [socketRooms.live(sessionId), socketRooms.liveWaiting(sessionId)];
    const sockets = await this.#io.in(rooms).fetchSockets();
    const seats = sockets.flatMap(({ data: { seat } }) => seat ?? []);
    return [...people.values()]
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, role, name, colour, frozen }) => {
        const own = seats.filter(({ participantId }) => participantId === id);
        const inside = own.filter((seat) => seat.inside);
        const presence = inside.length > 0 ? 'present' : own.length > 0 ? 'waiting' : 'away';
        const connections = inside.map(({ connection }) => connection).sort();
        return { participantId: id, role, name, colour, presence, connections, frozen };
      });
  }

  /** What happens by time alone: the end of a focus time, and readers that do not read. */
  #look(): void {
    for (const [sessionId, open] of this.#open) {
      if (open.focused !== isFocused(open.session, this.#now())) this.#refreshAlone(sessionId);
      holdBackSlowReaders(open.seats, {
        closeDocument: (seat, document) => this.closeDocument(seat, document),
        heldBack: ({ participantId, socket }) =>
          this.#logger.warn(
            { sessionId, participant: participantId, socket: socket.id },
            'A slow reader of a live session is held back',
          ),
      });
    }
  }
}

const removed = { code: 'removed', message: 'You were taken out of this session.' } as const;
const turnedAway = { code: 'refused', message: 'You were not let in.' } as const;

/** Whether somebody is in, or waits. */
export function isInside(
  { role, admittedAt }: Pick<LiveParticipantRecord, 'role' | 'admittedAt'>,
  { state }: Pick<LiveSessionRecord, 'state'>,
): boolean {
  return role === 'interviewer' || (state === 'open' && admittedAt !== null);
}
