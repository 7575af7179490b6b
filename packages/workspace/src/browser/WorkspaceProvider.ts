import type {
  ClientToServerEvents,
  ServerToClientEvents,
  WorkspaceUpdate,
} from '@assay/contracts/realtime';
import type { Socket } from 'socket.io-client';
import type * as Y from 'yjs';
import { findTooMuch } from '#document/findTooMuch.ts';
import { filesOf } from '#document/workspaceDocument.ts';
import { DocumentProvider } from './DocumentProvider.ts';
import type { OfflineCopy } from './OfflineCopy.ts';
import { Bytes } from './parseAnswer.ts';

export type WorkspaceSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Waits for a pause in typing this long, ms, so that a word is one message and one row of the log. */
const batchMs = 100;
/** Quiet after the last change, ms, before both sides compare what they have. */
const quietMs = 1_500;

/**
 * Keeps one challenge's document in step with the server over a shared socket. The socket belongs to the caller; the
 * provider only listens on it.
 */
export class WorkspaceProvider extends DocumentProvider {
  readonly #socket: WorkspaceSocket;
  readonly #workspace: { attemptId: string; challenge: string };

  constructor(options: {
    socket: WorkspaceSocket;
    attemptId: string;
    challenge: string;
    doc: Y.Doc;
    offlineCopy?: OfflineCopy;
  }) {
    const { socket, attemptId, challenge, doc, offlineCopy } = options;
    const workspace = { attemptId, challenge };
    super({
      doc,
      offlineCopy,
      batchMs,
      quietMs,
      findProblem: () => {
        const tooMuch = findTooMuch(filesOf(doc));
        return tooMuch && { ok: false, ...tooMuch };
      },
      wire: {
        isReady: () => socket.connected,
        isConnected: () => socket.connected,
        open: (stateVector, timeoutMs) =>
          socket.timeout(timeoutMs).emitWithAck('workspace:open', { ...workspace, stateVector }),
        send: (update, timeoutMs) =>
          socket.timeout(timeoutMs).emitWithAck('workspace:update', { ...workspace, update }),
      },
    });
    this.#socket = socket;
    this.#workspace = workspace;
    socket.on('connect', this.#onConnect);
    socket.on('disconnect', this.#onDisconnect);
    socket.on('workspace:update', this.#onRemoteUpdate);
  }

  override close(): void {
    super.close();
    this.#socket.off('connect', this.#onConnect);
    this.#socket.off('disconnect', this.#onDisconnect);
    this.#socket.off('workspace:update', this.#onRemoteUpdate);
  }

  readonly #onConnect = () => this.came();
  readonly #onDisconnect = () => this.went();
  readonly #onRemoteUpdate = (message: WorkspaceUpdate) => {
    const { attemptId, challenge } = this.#workspace;
    if (message.attemptId !== attemptId || message.challenge !== challenge) return;
    this.receive(Bytes.parse(message.update));
  };
}
