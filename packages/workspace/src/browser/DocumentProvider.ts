import * as Y from 'yjs';
import { digestOf } from '#document/digestOf.ts';
import { findMissingChanges } from './findMissingChanges.ts';
import type { OfflineCopy } from './OfflineCopy.ts';
import { NamedTimers } from './NamedTimers.ts';
import { Outbox } from './Outbox.ts';
import { Patience } from './Patience.ts';
import { type Opened, parseOpened, parseSaved, type Refusal } from './parseAnswer.ts';
import type { SaveState } from './saveState.ts';

/** The way of one document to the server. An answer is whatever came, a rejection is silence. */
export type DocumentWire = {
  /** Whether anything can be asked now. */
  isReady(): boolean;
  /** Whether there is a connection, which is not yet that. */
  isConnected(): boolean;
  open(stateVector: Uint8Array<ArrayBuffer>, timeoutMs: number): Promise<unknown>;
  send(update: Uint8Array<ArrayBuffer>, timeoutMs: number): Promise<unknown>;
};

/** How long it may take until it is known where the work is, ms. */
const settleMs = 10_000;
/** After the server said that it cannot save just now, ms. */
const retryMs = 2_000;
/** After a silence, which was a pause already, ms. */
const againMs = 50;
/** How long a change that builds on missing ones may wait for them, ms: they may only be late. */
const gapMs = 300;
/** How long a person is told that the connection is back, ms. */
const reconnectedMs = 8_000;

/**
 * Keeps one document in step with the server, and knows at any moment whether the work is safe. What it goes over
 * and what a refusal means there is for its kinds to say: a workspace's, a live session's.
 */
export abstract class DocumentProvider {
  readonly doc: Y.Doc;
  readonly #wire: DocumentWire;
  readonly #batchMs: number;
  readonly #quietMs: number | undefined;
  readonly #findProblem: () => Refusal | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new NamedTimers<'batch' | 'retry' | 'gap' | 'quiet' | 'reconnected'>();
  readonly #outbox = new Outbox();
  readonly #patience = new Patience();
  #offlineCopy: OfflineCopy | undefined;
  #offlineCopyLoaded = true;
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
    doc: Y.Doc;
    wire: DocumentWire;
    /** How long a pause in typing is waited for before a change is sent, ms. */
    batchMs: number;
    /**
     * Quiet after the last change, ms, before both sides compare what they have. Counters messages lost inside a live
     * connection; `undefined` where the server tells by itself what to compare with.
     */
    quietMs?: number;
    /** Why the document as it is now must not be sent: in pieces, a part of it would be let in. */
    findProblem?: () => Refusal | undefined;
    offlineCopy?: OfflineCopy | undefined;
  }) {
    this.doc = options.doc;
    this.#wire = options.wire;
    this.#batchMs = options.batchMs;
    this.#quietMs = options.quietMs;
    this.#findProblem = options.findProblem ?? (() => undefined);
    this.doc.on('update', this.#onDocUpdate);
    if (options.offlineCopy) this.keep(options.offlineCopy);
    // Not before those who come from this class are whole.
    else void Promise.resolve().then(() => this.exchange());
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
  async whenSettled(timeoutMs = settleMs): Promise<SaveState> {
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
    this.#timers.schedule('batch', this.#batchMs, () => this.#send());
  };

  /** Takes a copy of the document into use, and waits for what it holds before anything is asked. */
  protected keep(copy: OfflineCopy): void {
    this.#offlineCopy = copy;
    this.#offlineCopyLoaded = false;
    copy.onWriting = () => this.#publish();
    void copy.loaded.then(() => {
      this.#offlineCopyLoaded = true;
      this.#outbox.countEarlier(copy.unsent);
      this.#publish();
      return this.exchange();
    });
  }

  /** Nothing of this document will be sent any more: the next visit is not to find it. */
  protected forgetCopy(): void {
    this.#offlineCopy?.noteUnsent(0);
    void this.#offlineCopy?.close();
    this.#offlineCopy = undefined;
  }

  /** There is a connection again. */
  protected came(): void {
    this.#refusal = undefined;
    this.#publish();
    void this.exchange();
  }

  /** The connection, or the right to the document, has gone. What was typed waits. */
  protected went(): void {
    this.#open = false;
    if (!this.#wire.isConnected()) {
      this.#wasOffline = true;
      this.#timers.clear('reconnected');
    }
    this.#publish();
  }

  /** Somebody else's change has come. */
  protected receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this);
    if (this.#hasGap) {
      this.#timers.schedule('gap', gapMs, () => {
        if (this.#hasGap) return this.exchange();
        return undefined;
      });
    }
    this.#compareAfterQuiet();
  }

  /** What the server's document amounted to a moment ago: asks for what is missing when this one is another. */
  protected compare(digest: number): void {
    // Of changes on their way, their answer tells.
    if (!this.#open || this.#outbox.pending > 0) return;
    if (digestOf(this.doc) !== digest) void this.exchange();
  }

  /**
   * What a refusal means here. Answers whether it is dealt with; otherwise the work counts as refused until there is
   * another connection, or less of it.
   */
  protected refused(_refusal: Refusal, _at: 'open' | 'send'): boolean {
    return false;
  }

  /** The server's document has arrived, with what else came with the answer. */
  protected arrived(_answer: Opened): void {}

  /** Tells the server what this side has, takes what it lacks, and queues what the server lacks. */
  protected async exchange(): Promise<void> {
    if (this.#closed || !this.#offlineCopyLoaded || !this.#wire.isReady()) return;
    const opening = ++this.#opening;
    const answer = parseOpened(
      await this.#wire
        .open(new Uint8Array(Y.encodeStateVector(this.doc)), this.#patience.ms)
        .catch(() => undefined),
    );
    if (opening !== this.#opening || this.#closed || !this.#wire.isReady()) return;
    if (answer === undefined) {
      this.#patience.silent();
      return this.#timers.schedule('retry', againMs, () => this.exchange());
    }
    this.#patience.answered();
    if (!answer.ok) return this.#refuse(answer, 'open');

    Y.applyUpdate(this.doc, answer.update, this);
    this.#readOnly = answer.readOnly;
    this.#everOpened = true;
    // While changes are on their way inside an open connection, they are not missing: they will be acknowledged.
    if (!this.#open || this.#outbox.pending === 0)
      this.#outbox.replaceBy(findMissingChanges(this.doc, answer));
    this.#open = true;
    this.#publish();
    this.arrived(answer);
    await this.#send();
  }

  async #send(): Promise<void> {
    const { isSending, hasWaiting } = this.#outbox;
    if (this.#closed || !this.#open || this.#refusal || isSending || !hasWaiting) return;
    if (this.#readOnly) {
      const message = 'This workspace takes no more changes.';
      return this.#refuse({ ok: false, code: 'read_only', message }, 'send');
    }
    const problem = this.#findProblem();
    if (problem !== undefined) return this.#refuse(problem, 'send');
    const update = new Uint8Array(this.#outbox.take());
    this.#publish();
    const answer = parseSaved(
      await this.#wire.send(update, this.#patience.ms).catch(() => undefined),
    );
    if (this.#closed) return;
    if (answer?.ok) {
      this.#patience.answered();
      this.#outbox.arrived();
      this.#publish();
      this.#compareAfterQuiet();
      return this.#send();
    }
    this.#outbox.putBack();
    if (answer !== undefined) return this.#refuse(answer, 'send');
    if (this.#wire.isReady()) this.#patience.silent();
    this.#open = false;
    this.#publish();
    await this.exchange();
  }

  /** Asks again after a refusal, with what this side has now: what was deleted in the meantime takes no room. */
  #tryAgain(): Promise<void> {
    this.#refusal = undefined;
    this.#open = false;
    return this.exchange();
  }

  #forgetOffline(): void {
    this.#wasOffline = false;
    this.#timers.clear('reconnected');
  }

  #refuse(refusal: Refusal, at: 'open' | 'send'): void {
    if (this.refused(refusal, at)) return;
    if (refusal.code === 'unavailable') {
      this.#open = false;
      this.#publish();
      return this.#timers.schedule('retry', retryMs, () => this.exchange());
    }
    if (refusal.code === 'read_only') this.#readOnly = true;
    this.#refusal = refusal;
    this.#publish();
  }

  #compareAfterQuiet(): void {
    if (this.#quietMs === undefined) return;
    this.#timers.clear('quiet');
    this.#timers.schedule('quiet', this.#quietMs, () => this.exchange());
  }

  /** Whether changes wait here for others that they build on. */
  get #hasGap(): boolean {
    const { pendingStructs, pendingDs } = this.doc.store;
    return pendingStructs !== null || pendingDs !== null;
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
    if (!this.#wire.isConnected()) {
      const { works = false, unwritten = 0 } = this.#offlineCopy ?? {};
      return {
        kind: 'offline',
        pending: works ? Math.max(0, pending - unwritten) : pending,
        kept: works,
      };
    }
    if (!this.#open) return { kind: 'opening', pending };
    if (pending > 0) return { kind: 'saving', pending };
    return { kind: 'saved', pending: 0, reconnected: this.#wasOffline };
  }
}
