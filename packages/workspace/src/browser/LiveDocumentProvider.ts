import {
  type AwarenessChange,
  type Cursor,
  type LiveDocument,
  maxTextUpdateBytes,
  type WireBytes,
} from '@assay/contracts/live';
import * as Y from 'yjs';
import { DocumentProvider } from './DocumentProvider.ts';
import type { OfflineCopy } from './OfflineCopy.ts';
import type { Opened, Refusal } from './parseAnswer.ts';
import type { WorkspaceSocket } from './WorkspaceProvider.ts';

/** People wait for each key of the others: only what comes at one moment is one change. While one is on its way, the next gather. */
const batchMs = 0;

/** What a session tells its documents, and hears of them. */
export type LiveTerms = {
  /** Whether this person may open the document at the moment. */
  isReady(): boolean;
  /** The own cursor after a change that is being sent, which then needs no message of its own. */
  takeCursor(): Cursor | undefined;
  /** Where the others are, as an opening answers it. */
  whereabouts(changes: AwarenessChange[]): void;
  /** The server has refused changes for good: this document is of no use any more, and another has to be opened. */
  lost(refusal: Refusal): void;
};

/** Keeps one document of a live session in step with the server. Made and told by a `LiveConnection`. */
export class LiveDocumentProvider extends DocumentProvider {
  readonly name: LiveDocument;
  readonly #terms: LiveTerms;

  constructor(socket: WorkspaceSocket, name: LiveDocument, terms: LiveTerms) {
    const doc = new Y.Doc();
    super({
      doc,
      batchMs,
      wire: {
        isReady: () => socket.connected && terms.isReady(),
        isConnected: () => socket.connected,
        open: (stateVector, timeoutMs) =>
          socket
            .timeout(timeoutMs)
            .emitWithAck('live:open', { document: name, stateVector, clientId: doc.clientID }),
        send: (update, timeoutMs) =>
          socket
            .timeout(timeoutMs)
            .emitWithAck('live:update', name, encodeWire(update), cursorFor(name, terms) ?? null),
      },
    });
    this.name = name;
    this.#terms = terms;
  }

  /** Takes a copy into use that outlives the page. */
  keepIn(copy: OfflineCopy): void {
    this.keep(copy);
  }

  /** The session is over: what has not been sent never will be. */
  end(): void {
    this.forgetCopy();
  }

  /** The session has been joined, or the right to this document is another: opens it again. */
  reopen(): void {
    this.came();
  }

  /** There is no connection, or no right to this document, for now. */
  pause(): void {
    this.went();
  }

  /** Takes a change of somebody else. */
  take(update: Uint8Array): void {
    this.receive(update);
  }

  /** Takes what the document amounts to on the server, told after a pause. */
  check(digest: number): void {
    this.compare(digest);
  }

  protected override arrived({ awareness }: Opened): void {
    if (Array.isArray(awareness)) this.#terms.whereabouts(awareness as AwarenessChange[]);
  }

  protected override refused(refusal: Refusal, at: 'open' | 'send'): boolean {
    switch (refusal.code) {
      case 'not_now':
        // The session says when: by its status, or by asking to open again.
        this.went();
        return true;
      case 'client_taken':
        if (at === 'send') this.#lose(refusal);
        else {
          this.doc.clientID = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
          void this.exchange();
        }
        return true;
      case 'read_only':
        this.#lose(refusal);
        return true;
      case 'forbidden':
      case 'malformed':
      case 'too_large':
      case 'unavailable':
        return false;
    }
  }

  #lose(refusal: Refusal): void {
    // Nothing of it is sent any more, not even at its end.
    this.went();
    this.forgetCopy();
    this.#terms.lost(refusal);
  }
}

/** Cursors are places in the code. */
function cursorFor(name: LiveDocument, terms: LiveTerms): Cursor | undefined {
  return name === 'code' ? terms.takeCursor() : undefined;
}

/** Small changes travel as text: a binary attachment costs a frame of its own. */
function encodeWire(update: Uint8Array<ArrayBuffer>): WireBytes {
  return update.byteLength > maxTextUpdateBytes ? update : btoa(String.fromCharCode(...update));
}
