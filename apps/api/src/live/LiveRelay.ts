import {
  type Awareness,
  type AwarenessChange,
  type Cursor,
  type LiveDocument,
  maxTextUpdateBytes,
  type WireBytes,
} from '@assay/contracts/live';
import type { LiveServerEvents } from '@assay/contracts/live';
import * as Y from 'yjs';

/** In rooms with more sockets than this, changes wait for each other. Two people must not wait. */
const busySockets = 8;
/** How long they wait, ms. Fifty typists in one room would otherwise be 2,500 messages for each round of keys. */
const gatherMs = 10;

type Sent = { document: LiveDocument; updates: Uint8Array[]; cursors: Map<string, Cursor> };

export type Emit = <Name extends 'live:update' | 'live:awareness'>(
  rooms: string[],
  except: string | undefined,
  event: Name,
  ...message: Parameters<LiveServerEvents[Name]>
) => void;

/** Passes changes and awareness of one session on: at once in a quiet room, gathered in a busy one. */
export class LiveRelay {
  readonly #emit: Emit;
  readonly #sockets: (room: string) => number;
  /** By room of sockets. */
  readonly #updates = new Map<string, Sent>();
  readonly #awareness = new Map<string, Map<string, Awareness | null>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(emit: Emit, sockets: (room: string) => number) {
    this.#emit = emit;
    this.#sockets = sockets;
  }

  /** A change of a document, to everybody in `room` but the socket that sent it. */
  update(
    room: string,
    document: LiveDocument,
    bytes: Uint8Array,
    from?: { socket: string | undefined; connection: string; cursor: Cursor | undefined },
  ): void {
    const cursor = from?.cursor;
    if (this.#sockets(room) <= busySockets) {
      const cursors: [string, Cursor][] | undefined =
        from === undefined || cursor === undefined ? undefined : [[from.connection, cursor]];
      this.#emit([room], from?.socket, 'live:update', ...message(document, bytes, cursors));
      return;
    }
    const sent: Sent = this.#updates.get(room) ?? { document, updates: [], cursors: new Map() };
    sent.updates.push(bytes);
    if (from !== undefined && cursor !== undefined) sent.cursors.set(from.connection, cursor);
    this.#updates.set(room, sent);
    this.#timer ??= setTimeout(() => this.#flush(), gatherMs);
  }

  /** Where somebody is, to everybody in `rooms` but their socket. */
  awareness(
    rooms: string[],
    socket: string | undefined,
    [connection, state]: AwarenessChange,
  ): void {
    const busy = rooms.some((room) => this.#sockets(room) > busySockets);
    if (!busy) return this.#emit(rooms, socket, 'live:awareness', [[connection, state]]);
    const key = rooms.join(' ');
    const changes = this.#awareness.get(key) ?? new Map<string, Awareness | null>();
    changes.set(connection, state);
    this.#awareness.set(key, changes);
    this.#timer ??= setTimeout(() => this.#flush(), gatherMs);
  }

  /** Forgets what waits. */
  close(): void {
    clearTimeout(this.#timer);
    this.#updates.clear();
    this.#awareness.clear();
  }

  #flush(): void {
    this.#timer = undefined;
    for (const [room, { document, updates, cursors }] of this.#updates) {
      const merged = Y.mergeUpdates(updates);
      const placed = cursors.size === 0 ? undefined : [...cursors];
      this.#emit([room], undefined, 'live:update', ...message(document, merged, placed));
    }
    for (const [rooms, changes] of this.#awareness)
      this.#emit(rooms.split(' '), undefined, 'live:awareness', [...changes]);
    this.#updates.clear();
    this.#awareness.clear();
  }
}

function message(
  document: LiveDocument,
  bytes: Uint8Array,
  cursors: [string, Cursor][] | undefined,
): Parameters<LiveServerEvents['live:update']> {
  const update = encodeWire(bytes);
  return cursors === undefined ? [document, update] : [document, update, cursors];
}

/** Small changes as text: a binary attachment costs a frame of its own. */
export function encodeWire(bytes: Uint8Array): WireBytes {
  return bytes.byteLength > maxTextUpdateBytes
    ? Uint8Array.from(bytes)
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

export function decodeWire(wire: WireBytes): Uint8Array {
  return typeof wire === 'string' ? Uint8Array.from(Buffer.from(wire, 'base64')) : wire;
}
