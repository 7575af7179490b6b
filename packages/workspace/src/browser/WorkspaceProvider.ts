import {
  type ClientToServerEvents,
  maxUpdateBytes,
  type ServerToClientEvents,
  type WorkspaceReply,
  type WorkspaceUpdate,
} from '@assay/contracts/realtime';
import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { findMissingChanges } from './findMissingChanges.ts';
import type { OfflineCopy } from './keepOfflineCopy.ts';
import { Bytes, parseOpened, parseSaved } from './parseAnswer.ts';
import type { SaveState } from './saveState.ts';

export type WorkspaceSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

type Refusal = Extract<WorkspaceReply, { ok: false }>;
/** One update to send, and how many changes of the person are in it. */
type Change = { bytes: Uint8Array; count: number };

/** Waits for a pause in typing this long, ms, so that a word is one message and one row of the log. */
const batchMs = 100;
/** No acknowledgement within this time, ms, counts as lost; the next opening finds out what arrived. */
const ackTimeoutMs = 10_000;
/** After the server said that it cannot save just now, ms. */
const retryMs = 2_000;
/** Quiet after the last change, ms, before both sides compare what they have. Counters messages lost inside a live connection. */
const quietMs = 1_500;

/**
 * Keeps one challenge's document in step with the server over a shared socket, and knows at any
 * moment whether the work is safe. The socket belongs to the caller; the provider only listens on it.
 */
export class WorkspaceProvider {
  readonly doc: Y.Doc;
  readonly #socket: WorkspaceSocket;
  readonly #workspace: { attemptId: string; challenge: string };
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<'batch' | 'retry' | 'quiet', ReturnType<typeof setTimeout>>();
  #offlineCopyLoaded = false;
  #everOpened = false;
  #open = false;
  #closed = false;
  #readOnly = false;
  #refusal: Refusal | undefined;
  #unsent: Change[] = [];
  #inFlight: Change | undefined;
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
    this.doc.on('update', this.#onDocUpdate);
    this.#socket.on('connect', this.#onConnect);
    this.#socket.on('disconnect', this.#onDisconnect);
    this.#socket.on('workspace:update', this.#onRemoteUpdate);
    void (options.offlineCopy?.loaded ?? Promise.resolve()).then(() => {
      this.#offlineCopyLoaded = true;
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
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
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
    this.#unsent.push({ bytes, count: 1 });
    this.#publish();
    this.#schedule('batch', batchMs, () => this.#send());
  };

  readonly #onConnect = () => {
    this.#refusal = undefined;
    void this.#exchange();
  };

  readonly #onDisconnect = () => {
    this.#open = false;
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
    if (answer === undefined) return this.#schedule('retry', retryMs, () => this.#exchange());
    if (!answer.ok) return this.#refuse(answer);

    Y.applyUpdate(this.doc, answer.update, this);
    this.#readOnly = answer.readOnly;
    this.#everOpened = true;
    // While changes are on their way inside an open connection, they are not missing: they will be acknowledged.
    if (!this.#open || this.#pending() === 0) {
      const missing = findMissingChanges(this.doc, answer);
      const count = this.#pending();
      this.#unsent = missing === undefined ? [] : [{ bytes: missing, count: Math.max(1, count) }];
    }
    this.#open = true;
    this.#publish();
    await this.#send();
  }

  async #send(): Promise<void> {
    if (this.#closed || !this.#open || this.#inFlight || this.#refusal || this.#unsent.length === 0)
      return;
    if (this.#readOnly) {
      return this.#refuse({
        ok: false,
        code: 'read_only',
        message: 'This workspace takes no more changes.',
      });
    }
    const change = this.#takeBatch();
    this.#inFlight = change;
    this.#publish();
    const answer = parseSaved(
      await this.#socket
        .timeout(ackTimeoutMs)
        .emitWithAck('workspace:update', {
          ...this.#workspace,
          update: new Uint8Array(change.bytes),
        })
        .catch(() => undefined),
    );
    this.#inFlight = undefined;
    if (this.#closed) return;
    if (answer?.ok) {
      this.#publish();
      this.#compareAfterQuiet();
      return this.#send();
    }
    this.#unsent.unshift(change);
    if (answer !== undefined) return this.#refuse(answer);
    this.#open = false;
    this.#publish();
    await this.#exchange();
  }

  /** As many waiting updates as fit in one message, merged; always at least one. */
  #takeBatch(): Change {
    let size = 0;
    let take = 0;
    for (const { bytes } of this.#unsent) {
      size += bytes.byteLength;
      if (take > 0 && size > maxUpdateBytes) break;
      take += 1;
    }
    const batch = this.#unsent.splice(0, take);
    return {
      bytes: Y.mergeUpdates(batch.map(({ bytes }) => bytes)),
      count: batch.reduce((sum, { count }) => sum + count, 0),
    };
  }

  #refuse(refusal: Refusal): void {
    if (refusal.code === 'unavailable') {
      this.#open = false;
      this.#publish();
      return this.#schedule('retry', retryMs, () => this.#exchange());
    }
    if (refusal.code === 'read_only') this.#readOnly = true;
    this.#refusal = refusal;
    this.#publish();
  }

  #compareAfterQuiet(): void {
    this.#clear('quiet');
    this.#schedule('quiet', quietMs, () => this.#exchange());
  }

  #schedule(name: 'batch' | 'retry' | 'quiet', ms: number, action: () => Promise<void>): void {
    if (this.#closed || this.#timers.has(name)) return;
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        void action();
      }, ms),
    );
  }

  #clear(name: 'quiet'): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  #pending(): number {
    const unsent = this.#unsent.reduce((sum, { count }) => sum + count, 0);
    return unsent + (this.#inFlight?.count ?? 0);
  }

  #publish(): void {
    const pending = this.#pending();
    this.#state = this.#describe(pending);
    for (const listener of this.#listeners) listener();
  }

  #describe(pending: number): SaveState {
    if (this.#refusal) {
      return { kind: 'refused', pending, code: this.#refusal.code, message: this.#refusal.message };
    }
    if (!this.#socket.connected) return { kind: 'offline', pending };
    if (!this.#open) return { kind: 'opening', pending };
    return pending === 0 ? { kind: 'saved', pending } : { kind: 'saving', pending };
  }
}
