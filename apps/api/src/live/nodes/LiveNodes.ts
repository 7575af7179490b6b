import type { Awareness, Cursor, LiveDocument, LiveRun } from '@assay/contracts/live';
import { type Database, readLivePulses } from '@assay/db';
import type { WorkspaceRooms } from '@assay/workspace';
import type { Background } from '#background.ts';
import { liveKey } from '#live/liveDocuments.ts';
import type { RealtimeServer } from '#realtime/announcer.ts';

/** How often it is looked up whether messages of other nodes were missed, ms. */
const pulseMs = 1_000;

/** A change of a document as it is in the log, and where its author is after it. */
export type Written = {
  sessionId: string;
  document: LiveDocument;
  /** In the database. */
  name: string;
  seq: number;
  author: string;
  bytes: Uint8Array;
  /** Of the page that it comes from. */
  connection?: string | undefined;
  cursor?: Cursor | undefined;
};
/** Where somebody is, by the name of their page. */
export type Whereabouts = {
  sessionId: string;
  connection: string;
  awareness: Awareness | null;
};

export type LiveNodeEvents = {
  'live:changed': (sessionId: string) => void;
  'live:written': (written: Written & { at: number }) => void;
  'live:where': (where: Whereabouts) => void;
  'live:run': (sessionId: string, run: LiveRun) => void;
};

/** What a node does with what it hears. */
type Ears = {
  /** Sessions with sockets on this node. */
  sessions(): Iterable<string>;
  /** Whether a socket of this node has a document open. */
  hasOpen(sessionId: string, name: string): boolean;
  /** Reads a session anew. */
  refresh(sessionId: string): void;
  deliver(written: Written): void;
  deliverWhereabouts(where: Whereabouts): void;
  deliverRun(sessionId: string, run: LiveRun): void;
};

/**
 * What the nodes of the API tell each other of live sessions. All of it goes one way through Redis, so that a node hears of
 * a focus time before it hears of what was typed in it. What got lost on that way is found in the database.
 */
export class LiveNodes {
  readonly #io: RealtimeServer;
  readonly #db: Database;
  readonly #rooms: WorkspaceRooms;
  readonly #background: Background;
  readonly #ears: Ears;
  readonly #pulse: NodeJS.Timeout;
  /** Of sessions, as last looked up. */
  #versions = new Map<string, string>();
  #looking = false;

  constructor(
    services: {
      io: RealtimeServer;
      db: Database;
      rooms: WorkspaceRooms;
      background: Background;
    },
    ears: Ears,
  ) {
    const { io } = services;
    this.#io = io;
    this.#db = services.db;
    this.#rooms = services.rooms;
    this.#background = services.background;
    this.#ears = ears;
    io.on('live:changed', (sessionId) => ears.refresh(sessionId));
    io.on('live:written', (written) => this.#hear(written));
    io.on('live:where', (where) => ears.deliverWhereabouts(where));
    io.on('live:run', (sessionId, run) => ears.deliverRun(sessionId, run));
    this.#pulse = setInterval(() => {
      if (!this.#looking) this.#background.run('look for missed messages', () => this.#look());
    }, pulseMs);
    this.#pulse.unref();
  }

  close(): void {
    clearInterval(this.#pulse);
  }

  /** A session or its people are others. */
  tellChanged(sessionId: string): void {
    this.#io.serverSideEmit('live:changed', sessionId);
  }

  tellWritten(written: Written, at: Date): void {
    this.#io.serverSideEmit('live:written', { ...written, at: at.getTime() });
  }

  tellWhereabouts(where: Whereabouts): void {
    this.#io.serverSideEmit('live:where', where);
  }

  tellRun(sessionId: string, run: LiveRun): void {
    this.#io.serverSideEmit('live:run', sessionId, run);
  }

  #hear({ at, connection, cursor, ...written }: Written & { at: number }): void {
    const { sessionId, name, seq, author } = written;
    if (!this.#ears.hasOpen(sessionId, name)) return;
    // Redis brings a Buffer, and null for what was undefined.
    const bytes = Uint8Array.from(written.bytes);
    const place = { connection: connection ?? undefined, cursor: cursor ?? undefined };
    this.#ears.deliver({ ...written, bytes, ...place });
    const room = this.#rooms.room(liveKey({ sessionId, document: name }));
    this.#background.run('hear of a change', () =>
      room.hear({ seq, author, bytes, at: new Date(at) }),
    );
  }

  async #look(): Promise<void> {
    this.#looking = true;
    try {
      const sessions = [...this.#ears.sessions()];
      const pulses = sessions.length === 0 ? [] : await readLivePulses(this.#db, sessions);
      const before = this.#versions;
      this.#versions = new Map(pulses.map(({ id, version }) => [id, version]));
      for (const { id, version, logs } of pulses) {
        // Also the first time: it may have changed since it was read.
        if (before.get(id) !== version) this.#ears.refresh(id);
        for (const [name, seq] of Object.entries(logs))
          if (this.#ears.hasOpen(id, name))
            await this.#rooms.room(liveKey({ sessionId: id, document: name })).reach(seq);
      }
    } finally {
      this.#looking = false;
    }
  }
}
