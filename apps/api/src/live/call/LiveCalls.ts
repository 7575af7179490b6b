import {
  type CallMedia,
  type CallMember,
  type CallSignal,
  maxCallMembers,
} from '@assay/contracts/live';
import { type RealtimeServer, socketRooms } from '#realtime/announcer.ts';
import type { Seat } from '#live/Seat.ts';

type Listed = CallMember & { since: number };

/**
 * The calls of all sessions. A page is in the call of its session as long as its socket is in the call's room, on
 * whichever node; there is no other memory of it, and nothing of a call is ever written down.
 */
export class LiveCalls {
  readonly #io: RealtimeServer;
  /** Lists go out one after the other, so that the last one is the newest. */
  readonly #telling = new Map<string, Promise<void>>();
  #latest = 0;

  constructor(io: RealtimeServer) {
    this.#io = io;
  }

  /** Takes a page in, in place of an older page of the same person; answers everybody, or nothing if it is full. */
  async join(seat: Seat, media: CallMedia): Promise<CallMember[] | undefined> {
    const { socket, sessionId, participantId, connection } = seat;
    const { data } = socket;
    if (data.seat === undefined) return undefined;
    data.seat.call = { ...media, since: this.#arrive() };
    await socket.join(socketRooms.liveCall(sessionId));
    const listed = await this.#list(sessionId);
    const others = listed.filter((other) => other.participantId !== participantId);
    const mine = { connection, since: data.seat.call.since };
    // Of two who come at the same moment, on two nodes, both find the same one too many.
    if (others.filter((other) => isBefore(other, mine)).length >= maxCallMembers) {
      this.leave(seat);
      return undefined;
    }
    for (const other of listed)
      if (other.participantId === participantId && other.connection !== connection)
        this.#io
          .in(socketRooms.liveConnection(sessionId, other.connection))
          .socketsLeave(socketRooms.liveCall(sessionId));
    await this.tell(sessionId);
    return this.members(sessionId);
  }

  isIn({ socket, sessionId }: Seat): boolean {
    return socket.rooms.has(socketRooms.liveCall(sessionId));
  }

  setMedia(seat: Seat, media: CallMedia): void {
    const { call } = seat.socket.data.seat ?? {};
    if (call === undefined || !this.isIn(seat)) return;
    Object.assign(call, media);
    void this.tell(seat.sessionId);
  }

  leave(seat: Seat): void {
    const { socket, sessionId } = seat;
    if (!this.isIn(seat)) return;
    void socket.leave(socketRooms.liveCall(sessionId));
    delete socket.data.seat?.call;
    void this.tell(sessionId);
  }

  /** Passes a word on to one page, which has to be in the same call; answers whether it is. */
  async signal(seat: Seat, to: string, signal: CallSignal): Promise<boolean> {
    const { sessionId, connection } = seat;
    const members = await this.#list(sessionId);
    if (!members.some((member) => member.connection === to)) return false;
    this.#io.to(socketRooms.liveConnection(sessionId, to)).emit('live:signal', connection, signal);
    return true;
  }

  /** Who is in the call of a session now. */
  async members(sessionId: string): Promise<CallMember[]> {
    const listed = await this.#list(sessionId);
    return listed.map(({ connection, participantId, microphone, camera }) => ({
      connection,
      participantId,
      microphone,
      camera,
    }));
  }

  /** Tells everybody in a session who is in its call. */
  tell(sessionId: string): Promise<void> {
    const before = this.#telling.get(sessionId) ?? Promise.resolve();
    const told = before.then(async () => {
      const members = await this.members(sessionId).catch(() => undefined);
      if (members !== undefined)
        this.#io.to(socketRooms.live(sessionId)).emit('live:call', members);
      if (this.#telling.get(sessionId) === told) this.#telling.delete(sessionId);
    });
    this.#telling.set(sessionId, told);
    return told;
  }

  /** No two pages of a node arrive at the same moment: the later one would come before the earlier one by its name. */
  #arrive(): number {
    this.#latest = Math.max(Date.now(), this.#latest + 1);
    return this.#latest;
  }

  async #list(sessionId: string): Promise<Listed[]> {
    const sockets = await this.#io.in(socketRooms.liveCall(sessionId)).fetchSockets();
    return sockets
      .flatMap(({ data: { seat } }) => {
        if (seat?.call === undefined) return [];
        const { connection, participantId, call } = seat;
        return [{ connection, participantId, ...call }];
      })
      .sort((one, other) => (isBefore(one, other) ? -1 : 1));
  }
}

type Arrival = Pick<Listed, 'connection' | 'since'>;

function isBefore(one: Arrival, other: Arrival): boolean {
  return (
    one.since < other.since || (one.since === other.since && one.connection < other.connection)
  );
}
