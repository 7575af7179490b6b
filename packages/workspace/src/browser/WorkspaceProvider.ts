import type {
  ClientToServerEvents,
  ServerToClientEvents,
  WorkspaceReply,
  WorkspaceUpdate,
} from '@assay/contracts/realtime';
import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { findTooMuch } from '#document/findTooMuch.ts';
import { filesOf } from '#document/workspaceDocument.ts';
import { findMissingChanges } from './findMissingChanges.ts';
import type { OfflineCopy } from './OfflineCopy.ts';
import { NamedTimers } from './NamedTimers.ts';
import { Outbox } from './Outbox.ts';
import { Bytes, parseOpened, parseSaved } from './parseAnswer.ts';
import type { SaveState } from './saveState.ts';

export type WorkspaceSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

type Refusal = Extract<WorkspaceReply, { ok: false }>;

/** Waits for a pause in typing this long, ms, so that a word is one message and one row of the log. */
const batchMs = 100;
/** No acknowledgement within this time, ms, counts as lost; the next opening finds out what arrived. */
const ackTimeoutMs = 10_000;
/** After the server said that it cannot save just now, ms. */
const retryMs = 2_000;
/** Quiet after the last change, ms, before both sides compare what they have. Counters messages lost inside a live connection. */
const quietMs = 1_500;
/** How long a person is told that the connection is back, ms. */
const reconnectedMs = 8_000;

/**
 * Keeps one challenge's document in step with the server over a shared socket, and knows at any
 * moment whether the work is safe. The socket belongs to the caller; the provider only listens on it.
 */
export class WorkspaceProvider {
  readonly doc: Y.Doc;
  readonly #socket: WorkspaceSocket;
  readonly #workspace: { attemptId: string; challenge: string };
  readonly #listeners = new Set<() => void>();
  readonly #timers = new NamedTimers<'batch' | 'retry' | 'quiet' | 'reconnected'>();
  readonly #outbox = new Outbox();
  #offlineCopyLoaded = false;
  readonly #offlineCopy: OfflineCopy | undefined;
  /** What the offline copy was told last. */
  #notedUnsent = 0;
  #everOpened = false;
  /** Since a connection was lost until its return has been told. */
  #wasOffline = false;
  #open = false;
  #closed = false;
  #readOnly = false;
  #refusal: Refusal | undefined;
  /** Numbers the openings, so that the answer to a superseded one is ignored. */
  #opening = 0;
  #state: SaveState = { kind: 'opening', pending: 0 };

  constructor(options: {
    socket: WorkspaceSocket;
    attemptId: string;
    challenge: string;
    doc: Y.Doc;
    offlineCopy?: OfflineCopy;
  }) {
    this.doc = options.doc;
    this.#socket = options.socket;
    this.#workspace = { attemptId: options.attemptId, challenge: options.challenge };
    this.#offlineCopy = options.offlineCopy;
    this.doc.on('update', this.#onDocUpdate);
    this.#socket.on('connect', this.#onConnect);
    this.#socket.on('disconnect', this.#onDisconnect);
    this.#socket.on('workspace:update', this.#onRemoteUpdate);
    void (options.offlineCopy?.loaded ?? Promise.resolve()).then(() => {
      this.#offlineCopyLoaded = true;
      this.#outbox.countEarlier(options.offlineCopy?.unsent ?? 0);
      this.#publish();
      return this.#exchange();
    });
  }

  get saveState(): SaveState {
    return this.#state;
  }

  /** Whether the server takes no changes of this person: not theirs, handed in, or over. */
  get readOnly(): boolean {
    return this.#readOnly;
  }

  /** Whether the server's document has arrived at least once; before that, the files are not to be shown. */
  get opened(): boolean {
    return this.#everOpened;
  }

  /** Calls `listener` whenever `saveState`, `readOnly` or `opened` changes; returns the end of it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Sends what is waiting and settles as soon as it is known where the work is: `saved`, `refused`
   * or `offline`; or with the state after `timeoutMs`, whatever it is then.
   */
  async whenSettled(timeoutMs = ackTimeoutMs): Promise<SaveState> {
    this.flush();
    const moving = () => this.#state.kind === 'saving' || this.#state.kind === 'opening';
    if (!moving()) return this.#state;
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        unsubscribe();
        resolve(this.#state);
      };
      const timer = setTimeout(finish, timeoutMs);
      const unsubscribe = this.subscribe(() => {
        if (!moving()) finish();
      });
    });
  }

  /** Sends what is waiting now rather than at the end of the batch. */
  flush(): void {
    void this.#send();
  }

  /** Sends what is waiting, then lets go of document and socket; both stay alive. */
  close(): void {
    if (this.#closed) return;
    this.flush();
    this.#closed = true;
    this.#timers.close();
    this.doc.off('update', this.#onDocUpdate);
    this.#socket.off('connect', this.#onConnect);
    this.#socket.off('disconnect', this.#onDisconnect);
    this.#socket.off('workspace:update', this.#onRemoteUpdate);
    this.#listeners.clear();
  }

  readonly #onDocUpdate = (
    bytes: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ) => {
    // Changes that came from the server, or from an earlier visit, are not this person's to send one by one.
    if (origin === this || !transaction.local) return;
    this.#outbox.add(bytes);
    if (this.#open) this.#forgetOffline();
    this.#publish();
    if (this.#refusal?.code === 'too_large') {
      // What was too much may be gone again.
      return this.#timers.schedule('retry', retryMs, () => this.#tryAgain());
    }
    this.#timers.schedule('batch', batchMs, () => this.#send());
  };

  readonly #onConnect = () => {
    this.#refusal = undefined;
    this.#publish();
    void this.#exchange();
  };

  readonly #onDisconnect = () => {
    this.#open = false;
    this.#wasOffline = true;
    this.#timers.clear('reconnected');
    this.#publish();
  };

  readonly #onRemoteUpdate = (message: WorkspaceUpdate) => {
    const { attemptId, challenge } = this.#workspace;
    if (message.attemptId !== attemptId || message.challenge !== challenge) return;
    Y.applyUpdate(this.doc, Bytes.parse(message.update), this);
    this.#compareAfterQuiet();
  };

  /** Tells the server what this side has, takes what it lacks, and queues what the server lacks. */
  async #exchange(): Promise<void> {
    if (this.#closed || !this.#offlineCopyLoaded || !this.#socket.connected) return;
    const opening = ++this.#opening;
    const answer = parseOpened(
      await this.#socket
        .timeout(ackTimeoutMs)
        .emitWithAck('workspace:open', {
          ...this.#workspace,
          stateVector: new Uint8Array(Y.encodeStateVector(this.doc)),
        })
        .catch(() => undefined),
    );
    if (opening !== this.#opening || this.#closed || !this.#socket.connected) return;
    if (answer === undefined)
      return this.#timers.schedule('retry', retryMs, () => this.#exchange());
    if (!answer.ok) return this.#refuse(answer);

    Y.applyUpdate(this.doc, answer.update, this);
    this.#readOnly = answer.readOnly;
    this.#everOpened = true;
    // While changes are on their way inside an open connection, they are not missing: they will be acknowledged.
    if (!this.#open || this.#outbox.pending === 0)
      this.#outbox.replaceBy(findMissingChanges(this.doc, answer));
    this.#open = true;
    this.#publish();
    await this.#send();
  }

  async #send(): Promise<void> {
    const { isSending, hasWaiting } = this.#outbox;
    if (this.#closed || !this.#open || this.#refusal || isSending || !hasWaiting) return;
    if (this.#readOnly) {
      return this.#refuse({
        ok: false,
        code: 'read_only',
        message: 'This workspace takes no more changes.',
      });
    }
    const tooMuch = findTooMuch(filesOf(this.doc));
    // In pieces a part of it would be let in.
    if (tooMuch !== undefined) return this.#refuse({ ok: false, ...tooMuch });
    const update = new Uint8Array(this.#outbox.take());
    this.#publish();
    const answer = parseSaved(
      await this.#socket
        .timeout(ackTimeoutMs)
        .emitWithAck('workspace:update', { ...this.#workspace, update })
        .catch(() => undefined),
    );
    if (this.#closed) return;
    if (answer?.ok) {
      this.#outbox.arrived();
      this.#publish();
      this.#compareAfterQuiet();
      return this.#send();
    }
    this.#outbox.putBack();
    if (answer !== undefined) return this.#refuse(answer);
    this.#open = false;
    this.#publish();
    await this.#exchange();
  }

  /** Asks again after a refusal, with what this side has now: what was deleted in the meantime takes no room. */
  #tryAgain(): Promise<void> {
    this.#refusal = undefined;
    this.#open = false;
    return this.#exchange();
  }

  #forgetOffline(): void {
    this.#wasOffline = false;
    this.#timers.clear('reconnected');
  }

  #refuse(refusal: Refusal): void {
    if (refusal.code === 'unavailable') {
      this.#open = false;
      this.#publish();
      return this.#timers.schedule('retry', retryMs, () => this.#exchange());
    }
    if (refusal.code === 'read_only') this.#readOnly = true;
    this.#refusal = refusal;
    this.#publish();
  }

  #compareAfterQuiet(): void {
    this.#timers.clear('quiet');
    this.#timers.schedule('quiet', quietMs, () => this.#exchange());
  }

  #publish(): void {
    const pending = this.#outbox.pending;
    if (this.#offlineCopyLoaded && pending !== this.#notedUnsent) {
      this.#offlineCopy?.noteUnsent(pending);
      this.#notedUnsent = pending;
    }
    this.#state = this.#describe(pending);
    if (this.#state.kind === 'saved' && this.#state.reconnected) {
      this.#timers.schedule('reconnected', reconnectedMs, () => {
        this.#forgetOffline();
        this.#publish();
      });
    }
    for (const listener of this.#listeners) listener();
  }

  #describe(pending: number): SaveState {
    if (this.#refusal) {
      return { kind: 'refused', pending, code: this.#refusal.code, message: this.#refusal.message };
    }
    if (!this.#socket.connected)
      return { kind: 'offline', pending, kept: this.#offlineCopy?.works ?? false };
    if (!this.#open) return { kind: 'opening', pending };
    if (pending > 0) return { kind: 'saving', pending };
    return { kind: 'saved', pending: 0, reconnected: this.#wasOffline };
  }
}
