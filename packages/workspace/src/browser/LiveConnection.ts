import {
  type Awareness,
  type AwarenessChange,
  documentRight,
  type Cursor,
  type LiveDocument,
  type LiveJoined,
  type LiveRefusal,
  type LiveRole,
  type LiveServerEvents,
  type LiveStatus,
  type RosterEntry,
} from '@assay/contracts/live';
import { LiveDocumentProvider } from './LiveDocumentProvider.ts';
import { NamedTimers } from './NamedTimers.ts';
import { OwnAwareness } from './OwnAwareness.ts';
import { Bytes } from './parseAnswer.ts';
import type { WorkspaceSocket } from './WorkspaceProvider.ts';

/** No answer to a joining within this time, ms, counts as lost. */
const joinTimeoutMs = 10_000;
const retryMs = 2_000;

/** Where somebody stands with a session. */
export type LiveEntrance =
  /** Not known yet. */
  | { kind: 'joining' }
  /** In the waiting room. */
  | { kind: 'waiting' }
  | { kind: 'inside' }
  /** Not, or not any more; `message` is for people. A `cut` connection can be taken up again by `comeBack`. */
  | { kind: 'refused' | 'cut'; code: string; message: string };

/** What a page knows of its session; a new object after each change. */
export type LiveView = {
  connected: boolean;
  entrance: LiveEntrance;
  self: { participantId: string; role: LiveRole; connection: string } | undefined;
  status: LiveStatus | undefined;
  roster: readonly RosterEntry[];
  /** How far the server's clock is ahead of this computer's, ms, as the last status said. */
  offsetMs: number;
  documents: ReadonlyMap<LiveDocument, LiveDocumentProvider>;
  /** What the server refused for good last, so that a document had to be made new. */
  lost: { document: LiveDocument; message: string } | undefined;
};

type AwarenessListener = {
  /** Where others are. */
  apply(changes: readonly AwarenessChange[]): void;
  /** Cursors that came with a change. */
  move(cursors: readonly (readonly [connection: string, cursor: Cursor])[]): void;
  /** Nobody is anywhere, as far as is known. */
  clear(): void;
};

/**
 * One page of a live session: joins, waits to be let in, opens its documents, and keeps to what the server says.
 * The socket belongs to the caller.
 */
export class LiveConnection {
  readonly socket: WorkspaceSocket;
  readonly #join: { sessionId: string; as: 'link' | 'staff' };
  readonly #listeners = new Set<() => void>();
  readonly #timers = new NamedTimers<'join'>();
  readonly #awareness: OwnAwareness;
  #others: AwarenessListener | undefined;
  #joining = 0;
  #view: LiveView;

  constructor(
    socket: WorkspaceSocket,
    join: { sessionId: string; as: 'link' | 'staff' },
    documents: readonly LiveDocument[],
  ) {
    this.socket = socket;
    this.#join = join;
    this.#view = {
      connected: socket.connected,
      entrance: { kind: 'joining' },
      self: undefined,
      status: undefined,
      roster: [],
      offsetMs: 0,
      documents: new Map(),
      lost: undefined,
    };
    this.#awareness = new OwnAwareness(
      (state) => {
        if (this.#view.entrance.kind === 'inside') socket.emit('live:awareness', state);
      },
      () => this.#view.documents.get('code')?.saveState.kind === 'saving',
    );
    const providers = documents.map((name) => [name, this.#newDocument(name)] as const);
    this.#view = { ...this.#view, documents: new Map(providers) };
    this.#listenTo(socket);
    if (socket.connected) void this.#enter();
  }

  /** The same object until something changes. */
  readonly view = (): LiveView => this.#view;

  /** Calls `listener` after each change of the view; returns the end of it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Passes on where the others are. There is one who hears it. */
  listen(others: AwarenessListener): void {
    this.#others = others;
  }

  /** Opens one more document, and keeps it open. */
  open(name: LiveDocument): void {
    if (this.#view.documents.has(name)) return;
    this.#change({ documents: new Map(this.#view.documents).set(name, this.#newDocument(name)) });
  }

  /** Tells the others where this person is. */
  say(awareness: Awareness): void {
    this.#awareness.set(awareness);
  }

  /** Connects again after the server has cut the connection. */
  comeBack(): void {
    this.#change({ entrance: { kind: 'joining' } });
    if (this.socket.connected) void this.#enter();
    else this.socket.connect();
  }

  close(): void {
    this.#timers.close();
    this.#awareness.dispose();
    this.#stopListening(this.socket);
    for (const provider of this.#view.documents.values()) {
      provider.close();
      provider.doc.destroy();
    }
    this.#listeners.clear();
  }

  readonly #onConnect = () => {
    this.#change({ connected: true });
    void this.#enter();
  };

  readonly #onDisconnect = () => {
    this.#joining += 1;
    const { entrance } = this.#view;
    const isOver = entrance.kind === 'refused' || entrance.kind === 'cut';
    this.#change({ connected: false, entrance: isOver ? entrance : { kind: 'joining' } });
    this.#settle();
  };

  readonly #onStatus = (status: LiveStatus) => {
    const wasFocused = this.#view.status?.focus !== undefined;
    // Nobody is to be seen where they were before a focus time, and all say again where they are after it.
    if (!wasFocused && status.focus) this.#others?.clear();
    if (wasFocused && !status.focus) this.#awareness.again();
    this.#change({ status, offsetMs: Date.parse(status.now) - Date.now() });
    this.#settle();
  };

  readonly #onRoster = (roster: RosterEntry[]) => {
    this.#change({ roster });
    this.#settle();
  };

  readonly #onUpdate: LiveServerEvents['live:update'] = (name, wire, cursors) => {
    const update = typeof wire === 'string' ? fromBase64(wire) : Bytes.parse(wire);
    this.#view.documents.get(name)?.take(update);
    if (cursors) this.#others?.move(cursors);
  };

  readonly #onAwareness = (changes: AwarenessChange[]) => this.#others?.apply(changes);

  readonly #onReopen = (documents: LiveDocument[]) => {
    for (const name of documents) this.#view.documents.get(name)?.reopen();
  };

  readonly #onAdmitted = () => void this.#enter();

  readonly #onCut: LiveServerEvents['live:cut'] = (reason) =>
    this.#change({ entrance: { kind: 'cut', ...reason } });

  #listenTo(socket: WorkspaceSocket): void {
    socket.on('connect', this.#onConnect);
    socket.on('disconnect', this.#onDisconnect);
    socket.on('live:status', this.#onStatus);
    socket.on('live:roster', this.#onRoster);
    socket.on('live:update', this.#onUpdate);
    socket.on('live:awareness', this.#onAwareness);
    socket.on('live:reopen', this.#onReopen);
    socket.on('live:admitted', this.#onAdmitted);
    socket.on('live:cut', this.#onCut);
  }

  #stopListening(socket: WorkspaceSocket): void {
    socket.off('connect', this.#onConnect);
    socket.off('disconnect', this.#onDisconnect);
    socket.off('live:status', this.#onStatus);
    socket.off('live:roster', this.#onRoster);
    socket.off('live:update', this.#onUpdate);
    socket.off('live:awareness', this.#onAwareness);
    socket.off('live:reopen', this.#onReopen);
    socket.off('live:admitted', this.#onAdmitted);
    socket.off('live:cut', this.#onCut);
  }

  async #enter(): Promise<void> {
    const joining = ++this.#joining;
    this.#settle();
    const answer = await this.#ask();
    if (joining !== this.#joining || !this.socket.connected) return;
    if (answer === undefined || (!answer.ok && answer.code === 'unavailable'))
      return this.#timers.schedule('join', retryMs, () => {
        if (joining === this.#joining && this.socket.connected) return this.#enter();
        return undefined;
      });
    if (!answer.ok) {
      const { code, message } = answer;
      return this.#change({ entrance: { kind: 'refused', code, message } });
    }
    const { participantId, role, connection, admitted, status, roster } = answer;
    this.#change({
      entrance: { kind: admitted ? 'inside' : 'waiting' },
      self: { participantId, role, connection },
      status,
      roster,
      offsetMs: Date.parse(status.now) - Date.now(),
    });
    if (!admitted) return;
    this.#awareness.again();
    for (const provider of this.#view.documents.values())
      if (this.#mayOpen(provider.name)) provider.reopen();
  }

  /** The answer to a joining, `undefined` for silence. The server's word on who is who is taken as it is. */
  #ask(): Promise<LiveJoined | LiveRefusal | undefined> {
    return new Promise((resolve) => {
      this.socket
        .timeout(joinTimeoutMs)
        .emit('live:join', this.#join, (error: Error | null, answer: LiveJoined | LiveRefusal) =>
          resolve(error === null ? answer : undefined),
        );
    });
  }

  #newDocument(name: LiveDocument): LiveDocumentProvider {
    const provider: LiveDocumentProvider = new LiveDocumentProvider(this.socket, name, {
      isReady: () => this.#mayOpen(name),
      takeCursor: () => this.#awareness.takeCursor(),
      whereabouts: (changes) => this.#others?.apply(changes),
      lost: ({ message }) => {
        if (this.#view.documents.get(name) !== provider) return;
        const documents = new Map(this.#view.documents).set(name, this.#newDocument(name));
        this.#change({ documents, lost: { document: name, message } });
        // Those who show it let go of it first.
        setTimeout(() => {
          provider.close();
          provider.doc.destroy();
        });
      },
    });
    return provider;
  }

  #mayOpen(name: LiveDocument): boolean {
    const { entrance, self, status, roster } = this.#view;
    if (entrance.kind !== 'inside' || self === undefined || status === undefined) return false;
    const frozen = roster.some(
      (person) => person.participantId === self.participantId && person.frozen,
    );
    const session = { state: status.state, focused: status.focus !== undefined };
    return documentRight({ role: self.role, frozen }, session, name).may !== 'nothing';
  }

  /** Lets go of documents that may not be open at the moment, and opens those that may be again. */
  #settle(): void {
    for (const provider of this.#view.documents.values()) {
      const may = this.socket.connected && this.#mayOpen(provider.name);
      if (!may) provider.pause();
      else if (provider.saveState.kind === 'opening' || provider.saveState.kind === 'offline')
        provider.reopen();
    }
  }

  #change(changes: Partial<LiveView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
