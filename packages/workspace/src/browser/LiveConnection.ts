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
  sharedDocuments,
} from '@assay/contracts/live';
import type * as Y from 'yjs';
import { LiveDocumentProvider } from './LiveDocumentProvider.ts';
import { NamedTimers } from './NamedTimers.ts';
import { OwnAwareness } from './OwnAwareness.ts';
import { Bytes } from './parseAnswer.ts';
import type { OfflineCopy } from './OfflineCopy.ts';
import { Patience } from './Patience.ts';
import type { WorkspaceSocket } from './WorkspaceProvider.ts';

/** After the server said that nobody can come in just now, ms. */
const retryMs = 2_000;
/** After a silence, which was a pause already, ms. */
const againMs = 50;

/** Where copies of what is not sent yet outlive the page. */
export type LiveKeeper = {
  keep(participantId: string, document: LiveDocument, doc: Y.Doc): OfflineCopy;
  /** Nothing of this session can be sent from here any more. */
  forget(): void;
};

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
  readonly #patience = new Patience();
  readonly #awareness: OwnAwareness;
  readonly #keeper: LiveKeeper | undefined;
  /** Documents of which a copy is kept. */
  readonly #kept = new WeakSet<LiveDocumentProvider>();
  #others: AwarenessListener | undefined;
  #joining = 0;
  /** How often the roster was told. */
  #rosters = 0;
  #view: LiveView;

  constructor(
    socket: WorkspaceSocket,
    join: { sessionId: string; as: 'link' | 'staff' },
    documents: readonly LiveDocument[],
    keeper?: LiveKeeper,
  ) {
    this.#keeper = keeper;
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
    this.#hear('on');
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
    this.#hear('off');
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
    this.#rosters += 1;
    this.#change({ roster });
    this.#settle();
  };

  readonly #onUpdate: LiveServerEvents['live:update'] = (name, wire, cursors) => {
    const update = typeof wire === 'string' ? fromBase64(wire) : Bytes.parse(wire);
    this.#view.documents.get(name)?.take(update);
    if (cursors) this.#others?.move(cursors);
  };

  readonly #onDigest: LiveServerEvents['live:digest'] = (name, digest) =>
    this.#view.documents.get(name)?.check(digest);

  readonly #onAwareness = (changes: AwarenessChange[]) => this.#others?.apply(changes);

  readonly #onReopen = (documents: LiveDocument[]) => {
    for (const name of documents) this.#view.documents.get(name)?.reopen();
  };

  readonly #onAdmitted = () => void this.#enter();

  readonly #onCut: LiveServerEvents['live:cut'] = (reason) =>
    this.#change({ entrance: { kind: 'cut', ...reason } });

  /** Begins or ends to hear the socket. */
  #hear(how: 'on' | 'off'): void {
    this.socket[how]('connect', this.#onConnect);
    this.socket[how]('disconnect', this.#onDisconnect);
    this.socket[how]('live:status', this.#onStatus);
    this.socket[how]('live:roster', this.#onRoster);
    this.socket[how]('live:update', this.#onUpdate);
    this.socket[how]('live:digest', this.#onDigest);
    this.socket[how]('live:awareness', this.#onAwareness);
    this.socket[how]('live:reopen', this.#onReopen);
    this.socket[how]('live:admitted', this.#onAdmitted);
    this.socket[how]('live:cut', this.#onCut);
  }

  async #enter(): Promise<void> {
    const joining = ++this.#joining;
    this.#settle();
    const rosters = this.#rosters;
    const answer = await this.#ask();
    if (joining !== this.#joining || !this.socket.connected) return;
    if (answer === undefined) this.#patience.silent();
    else this.#patience.answered();
    if (answer === undefined || (!answer.ok && answer.code === 'unavailable'))
      return this.#timers.schedule('join', answer === undefined ? againMs : retryMs, () => {
        if (joining === this.#joining && this.socket.connected) return this.#enter();
        return undefined;
      });
    if (!answer.ok) {
      const { code, message } = answer;
      // Turned away, or over. Those who are not known may only have to sign in again.
      if (code === 'not_now') this.#keeper?.forget();
      return this.#change({ entrance: { kind: 'refused', code, message } });
    }
    const { participantId, role, connection, admitted, status, roster } = answer;
    this.#change({
      entrance: { kind: admitted ? 'inside' : 'waiting' },
      self: { participantId, role, connection },
      status,
      // One that was told meanwhile is newer: people come in together.
      roster: rosters === this.#rosters ? roster : this.#view.roster,
      offsetMs: Date.parse(status.now) - Date.now(),
    });
    if (!admitted) return;
    this.#awareness.again();
    for (const provider of this.#view.documents.values()) {
      this.#keep(provider);
      if (this.#mayOpen(provider.name)) provider.reopen();
    }
  }

  /** The answer to a joining, `undefined` for silence. The server's word on who is who is taken as it is. */
  #ask(): Promise<LiveJoined | LiveRefusal | undefined> {
    return new Promise((resolve) => {
      this.socket
        .timeout(this.#patience.ms)
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
    this.#keep(provider);
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

  /** Takes copies into use once it is known whose they are; of a document that this person can change. */
  #keep(provider: LiveDocumentProvider): void {
    const { self, status } = this.#view;
    if (this.#keeper === undefined || self === undefined || status === undefined) return;
    const isOver = status.state === 'ended' && sharedDocuments.includes(provider.name);
    if (isOver) return provider.end();
    const session = { state: status.state, focused: false };
    const { may } = documentRight({ role: self.role, frozen: false }, session, provider.name);
    if (may !== 'write' || this.#kept.has(provider)) return;
    this.#kept.add(provider);
    provider.keepIn(this.#keeper.keep(self.participantId, provider.name, provider.doc));
  }

  /** Lets go of documents that may not be open at the moment, and opens those that may be again. */
  #settle(): void {
    for (const provider of this.#view.documents.values()) {
      this.#keep(provider);
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
