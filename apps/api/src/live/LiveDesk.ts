import {
  documentRight,
  type DocumentRight,
  type LiveDocument,
  type LiveRole,
  type RosterEntry,
} from '@assay/contracts/live';
import { type Database, findLiveSession, listLiveParticipants } from '@assay/db';
import type { WorkspaceRooms } from '@assay/workspace';
import type { Logger } from 'pino';
import type { Background } from '#background.ts';
import { type RealtimeServer, socketRooms } from '#realtime/announcer.ts';
import { LiveCalls } from './call/LiveCalls.ts';
import { LiveDelivery } from './LiveDelivery.ts';
import { documentRooms } from './liveDocuments.ts';
import type { OpenSession } from './OpenSession.ts';
import { isFocused, presentOutside, presentStatus } from './presentSession.ts';
import { type CutReason, cutSocket, type Seat, type SeatData } from './Seat.ts';
import { presentRoster, seatsOf } from './seatsOf.ts';
import { settleSeats } from './settleSeats.ts';
import { holdBackSlowReaders } from './slowReaders.ts';

/** How often focus times are looked at, and readers that do not read, ms. */
const watchMs = 250;

/** The sessions that sockets of this node are in: who is there, who may do what now, and who hears of what. */
export class LiveDesk {
  readonly #io: RealtimeServer;
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #logger: Logger;
  readonly #open = new Map<string, OpenSession>();
  readonly #severalNodes: boolean;
  readonly #watch: NodeJS.Timeout;
  readonly calls: LiveCalls;
  readonly delivery: LiveDelivery;

  constructor(options: {
    io: RealtimeServer;
    db: Database;
    rooms: WorkspaceRooms;
    background: Background;
    now: () => Date;
    logger: Logger;
    severalNodes: boolean;
  }) {
    const { io, db, now, logger } = options;
    this.#logger = logger;
    this.#io = io;
    this.calls = new LiveCalls(io);
    this.#severalNodes = options.severalNodes;
    this.delivery = new LiveDelivery(options, this.#open, {
      refresh: (sessionId) => this.#refreshAlone(sessionId),
      recheck: (sessionId) => this.recheck(sessionId),
    });
    this.#db = db;
    this.#now = now;
    this.#watch = setInterval(() => this.#look(), watchMs);
    this.#watch.unref();
  }

  /** Sessions with sockets on this node. */
  get size(): number {
    return this.#open.size;
  }

  close(): void {
    clearInterval(this.#watch);
    this.delivery.close();
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
    this.#say(seat, null);
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

  /** Says where somebody is, to those who may see code and board now. */
  say(seat: Seat, awareness: Seat['awareness']): void {
    const open = this.#open.get(seat.sessionId);
    if (open !== undefined && seat.inside) this.#say(seat, awareness);
  }

  /** After a change of a session or its people: tells everybody, and takes or gives what follows from it. */
  async changed(sessionId: string): Promise<void> {
    this.delivery.changed(sessionId);
    await this.#refresh(sessionId);
  }

  /**
   * Reads a session anew where other nodes may have changed it. A log can have what was typed in a focus time before this
   * node has heard of that: whoever has read in one asks this before passing it on.
   */
  async recheck(sessionId: string): Promise<void> {
    const open = this.#open.get(sessionId);
    if (open === undefined || !this.#severalNodes) return;
    open.rechecking ??= open.reading = open.reading
      .catch(() => {})
      .then(() => {
        open.rechecking = undefined;
        return this.#read(sessionId, open);
      });
    await open.rechecking;
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

  /** Who there is in a session, as far as somebody with this role may know. */
  async roster({ sessionId, role }: Pick<Seat, 'sessionId' | 'role'>): Promise<RosterEntry[]> {
    const open = this.#open.get(sessionId);
    return open === undefined ? [] : (await this.#presentRoster(sessionId, open))(role);
  }

  /** Where everybody is who can be seen, and with which Yjs client ids they have documents open. */
  seats(sessionId: string): Promise<SeatData[]> {
    return seatsOf(this.#io, [socketRooms.live(sessionId)]);
  }

  async #begin(sessionId: string): Promise<OpenSession | undefined> {
    const loaded = await this.load(sessionId);
    const known = this.#open.get(sessionId);
    if (known !== undefined || loaded === undefined) return known;
    const open: OpenSession = {
      ...loaded,
      focused: isFocused(loaded.session, this.#now()),
      seats: new Set(),
      relay: this.delivery.newRelay(),
      reading: Promise.resolve(),
      telling: Promise.resolve(),
    };
    this.#open.set(sessionId, open);
    return open;
  }

  #say(seat: Seat, awareness: Seat['awareness']): void {
    const { sessionId, connection, socket } = seat;
    const focused = this.rightOf(seat, 'code').may === 'nothing';
    // Whoever may not look is not seen either: a calm room works both ways.
    if (focused && awareness !== null) return;
    seat.awareness = awareness;
    if (socket.data.seat) socket.data.seat.awareness = awareness;
    this.delivery.say({ sessionId, connection, awareness }, socket.id);
  }

  async #refresh(sessionId: string): Promise<void> {
    const open = this.#open.get(sessionId);
    if (open === undefined) return;
    open.reading = open.reading.catch(() => {}).then(() => this.#read(sessionId, open));
    await open.reading;
    const now = this.#now();
    const { session } = open;
    for (const { socket, inside } of open.seats)
      socket.emit(
        'live:status',
        inside ? presentStatus(session, now) : presentOutside(session, now),
      );
    await this.#sendRoster(sessionId, open);
  }

  /** The same where nobody waits for it. */
  #refreshAlone(sessionId: string): void {
    this.#refresh(sessionId).catch((error: unknown) =>
      this.#logger.error({ err: error, sessionId }, 'A live session could not be read'),
    );
  }

  async #read(sessionId: string, open: OpenSession): Promise<void> {
    const loaded = await this.load(sessionId);
    if (loaded === undefined) {
      for (const { socket } of open.seats)
        cutSocket(socket, { code: 'removed', message: 'This session is gone.' });
      return;
    }
    Object.assign(open, loaded);
    settleSeats(open, {
      focused: isFocused(open.session, this.#now()),
      rightOf: (seat, document) => this.rightOf(seat, document),
      closeDocument: (seat, document) => this.closeDocument(seat, document),
      leaveCall: (seat) => this.calls.leave(seat),
    });
  }

  /** Ends the stream of a document to a seat. */
  closeDocument(seat: Seat, document: LiveDocument): void {
    const opened = seat.open.get(document);
    if (opened === undefined) return;
    seat.open.delete(document);
    for (const room of documentRooms(seat, opened.name)) void seat.socket.leave(room);
  }

  #sendRoster(sessionId: string, open: OpenSession): Promise<void> {
    open.telling = open.telling
      .catch(() => {})
      .then(async () => {
        const roster = await this.#presentRoster(sessionId, open);
        const leading = socketRooms.liveInterviewers(sessionId);
        const others = this.#io.to(socketRooms.live(sessionId)).except(leading);
        this.#io.to(leading).emit('live:roster', roster('interviewer'));
        others.emit('live:roster', roster('candidate'));
      });
    return open.telling;
  }

  async #presentRoster(sessionId: string, { people, session: { state } }: OpenSession) {
    const rooms = [socketRooms.live(sessionId), socketRooms.liveWaiting(sessionId)];
    const seats = await seatsOf(this.#io, rooms);
    return (viewer: LiveRole) => presentRoster(people.values(), seats, { viewer, state });
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
