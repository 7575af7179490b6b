import type { LiveDocument } from '@assay/contracts/live';
import type { WorkspaceRooms } from '@assay/workspace';
import type { Background } from '#background.ts';
import { type RealtimeServer, socketRooms } from '#realtime/announcer.ts';
import { liveKey } from './liveDocuments.ts';

/** Quiet after the last change of a document, ms, until its digest is told. */
const quietMs = 1_000;
/** Until it is told again, ms, and how often in all: a digest can be lost like the message that it is about. */
const againMs = 2_000;
const times = 5;

type Changed = { sessionId: string; document: LiveDocument; name: string };

/**
 * Tells those who have a document open on this node what it amounts to, after each pause in its changes. Counters
 * messages lost inside a live connection, or between nodes: whoever has another document opens it again, and nobody else
 * asks anything.
 */
export class LiveDigests {
  readonly #options: { io: RealtimeServer; rooms: WorkspaceRooms; background: Background };
  /** By key of the document. */
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(options: { io: RealtimeServer; rooms: WorkspaceRooms; background: Background }) {
    this.#options = options;
  }

  /** A document was changed just now. */
  changed(changed: Changed): void {
    this.#wait(changed, quietMs, times);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #wait(changed: Changed, ms: number, left: number): void {
    const key = keyOf(changed);
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    if (left === 0) return;
    const timer = setTimeout(() => {
      this.#options.background.run('tell a digest', () => this.#tell(changed));
      this.#wait(changed, againMs, left - 1);
    }, ms);
    this.#timers.set(key, timer.unref());
  }

  async #tell(changed: Changed): Promise<void> {
    const { io, rooms } = this.#options;
    const digest = await rooms.room(keyOf(changed)).digest();
    const { sessionId, document, name } = changed;
    io.local.to(socketRooms.liveDocument(sessionId, name)).emit('live:digest', document, digest);
  }
}

const keyOf = ({ sessionId, name }: Changed) => liveKey({ sessionId, document: name });
