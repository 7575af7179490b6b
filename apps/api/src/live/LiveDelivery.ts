import { type LiveRun, sharedDocuments } from '@assay/contracts/live';
import type { Database } from '@assay/db';
import type { LoggedUpdate, WorkspaceRooms } from '@assay/workspace';
import type { Background } from '#background.ts';
import { type RealtimeServer, runAudienceRoom, socketRooms } from '#realtime/announcer.ts';
import { documentNamed } from './liveDocuments.ts';
import { LiveDigests } from './LiveDigests.ts';
import { LiveNodes, type Whereabouts, type Written } from './nodes/LiveNodes.ts';
import { LiveRelay } from './LiveRelay.ts';
import type { OpenSession } from './OpenSession.ts';

type Sessions = {
  /** Of those with sockets on this node. */
  get(sessionId: string): OpenSession | undefined;
  keys(): Iterable<string>;
};

/**
 * Brings what happens in the documents of sessions to those who have them open: to the sockets of this node itself, and to
 * the other nodes, which do the same. Whoever must not see something any more is out of the rooms before it is sent.
 */
export class LiveDelivery {
  readonly #io: RealtimeServer;
  readonly #background: Background;
  readonly #sessions: Sessions;
  readonly #recheck: (sessionId: string) => Promise<void>;
  readonly #digests: LiveDigests;
  /** The other nodes; undefined where there are none. */
  readonly #nodes: LiveNodes | undefined;

  constructor(
    options: {
      io: RealtimeServer;
      db: Database;
      rooms: WorkspaceRooms;
      background: Background;
      severalNodes: boolean;
    },
    sessions: Sessions,
    desk: {
      /** Reads a session anew, because another node has changed it, and tells its people. */
      refresh: (sessionId: string) => void;
      /** Reads it anew, because another node may have changed it. */
      recheck: (sessionId: string) => Promise<void>;
    },
  ) {
    const { io, background } = options;
    this.#io = io;
    this.#background = background;
    this.#sessions = sessions;
    this.#recheck = desk.recheck;
    this.#digests = new LiveDigests(options);
    if (options.severalNodes)
      this.#nodes = new LiveNodes(options, {
        sessions: () => sessions.keys(),
        hasOpen: (sessionId, name) =>
          this.#socketsIn(socketRooms.liveDocument(sessionId, name)) > 0,
        refresh: desk.refresh,
        deliver: (written) => background.run('pass a change on', () => this.#deliver(written)),
        deliverWhereabouts: (where) =>
          background.run('say where somebody is', () => this.#deliverWhereabouts(where)),
        deliverRun: (sessionId, run) =>
          background.run('tell of a run', () => this.#deliverRun(sessionId, run)),
      });
  }

  close(): void {
    this.#nodes?.close();
    this.#digests.close();
  }

  /** What passes things on to the sockets of this node, for one session. */
  newRelay(): LiveRelay {
    return new LiveRelay(
      (rooms, except, event, ...message) =>
        void this.#io.local
          .to(rooms)
          .except(except ?? [])
          .emit(event, ...message),
      (room) => this.#socketsIn(room),
    );
  }

  /** A session or its people are others, as the database has it already. */
  changed(sessionId: string): void {
    this.#nodes?.tellChanged(sessionId);
  }

  /** Passes a change on to all who have the document open; resolves once it is on its way to those of this node. */
  async relay(written: Written, { at, socket }: { at: Date; socket?: string }): Promise<void> {
    this.#nodes?.tellWritten(written, at);
    await this.#deliver(written, socket);
  }

  /** Passes on what another node wrote and this one was not told of. */
  missed({ sessionId, name }: { sessionId: string; name: string }, entry: LoggedUpdate): void {
    const written = { sessionId, document: documentNamed(name), name, ...entry };
    this.#background.run('pass a missed change on', async () => {
      await this.#recheck(sessionId);
      await this.#deliver(written);
    });
  }

  /** Says where somebody is. */
  say(where: Whereabouts, socket: string): void {
    this.#nodes?.tellWhereabouts(where);
    const { sessionId, connection, awareness } = where;
    const relay = this.#sessions.get(sessionId)?.relay;
    relay?.awareness(sharedRooms(sessionId), socket, [connection, awareness]);
  }

  /** A run was asked for, began or ended: tells those who may know of it and see the code. */
  tellRun(sessionId: string, run: LiveRun): void {
    this.#nodes?.tellRun(sessionId, run);
    this.#background.run('tell of a run', () => this.#deliverRun(sessionId, run));
  }

  async #deliver(written: Written, except?: string): Promise<void> {
    const { sessionId, document, name, bytes, connection, cursor } = written;
    const open = await this.#whenCurrent(sessionId);
    if (open === undefined) return;
    const from = connection === undefined ? undefined : { socket: except, connection, cursor };
    open.relay.update(socketRooms.liveDocument(sessionId, name), document, bytes, from);
    this.#digests.changed({ sessionId, document, name });
  }

  async #deliverWhereabouts({ sessionId, connection, awareness }: Whereabouts): Promise<void> {
    const open = await this.#whenCurrent(sessionId);
    open?.relay.awareness(sharedRooms(sessionId), undefined, [connection, awareness]);
  }

  async #deliverRun(sessionId: string, run: LiveRun): Promise<void> {
    await this.#whenCurrent(sessionId);
    this.#io.local.to(runAudienceRoom(sessionId, run.audience)).emit('live:run', run);
  }

  /** What is being read of a session at the moment may be that somebody must not see this any more. */
  async #whenCurrent(sessionId: string): Promise<OpenSession | undefined> {
    const open = this.#sessions.get(sessionId);
    await open?.reading;
    return open;
  }

  /** Sockets of this node in a room. */
  #socketsIn(room: string): number {
    return this.#io.of('/').adapter.rooms.get(room)?.size ?? 0;
  }
}

const sharedRooms = (sessionId: string): string[] =>
  sharedDocuments.map((name) => socketRooms.liveDocument(sessionId, name));
