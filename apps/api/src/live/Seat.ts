import type {
  Awareness,
  CallMedia,
  LiveDocument,
  LiveRole,
  LiveServerEvents,
} from '@assay/contracts/live';
import type { ClientToServerEvents, ServerToClientEvents } from '@assay/contracts/realtime';
import type { DefaultEventsMap, Socket } from 'socket.io';
import type { SocketData } from '#realtime/socketData.ts';

export type LiveSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  DefaultEventsMap,
  SocketData
>;

/** What a socket is in a session, as all nodes may know it. */
export type SeatData = {
  sessionId: string;
  participantId: string;
  connection: string;
  role: LiveRole;
  /** False in the waiting room. */
  inside: boolean;
  /** Where the person is, as last told to others. */
  awareness: Awareness | null;
  /** Under which names it has documents open, each with its Yjs client id. */
  clients: [name: string, clientId: number][];
  /** Since it joined the call: what it gives to it, and when that was, ms since 1970. */
  call?: CallMedia & { since: number };
};

/** A document that a socket has open: under which name, with which Yjs client id, and with which right. */
export type OpenDocument = { name: string; clientId: number; may: 'read' | 'write' };

/** A socket in a session of this node. */
export type Seat = SeatData & {
  socket: LiveSocket;
  open: Map<LiveDocument, OpenDocument>;
  backlog: Backlog;
  /** Since when its stream has been held back, ms of `performance.now()`. */
  stalledAt?: number;
  /** What it has to open again once it reads on. */
  missed: Set<LiveDocument>;
};

/** How much waits because the one who should read it does not. */
export class Backlog {
  packets = 0;
  bytes = 0;

  constructor({ conn }: Pick<LiveSocket, 'conn'>) {
    conn.on('packetCreate', ({ data }: { data?: string | Uint8Array }) => {
      this.packets += 1;
      this.bytes += data?.length ?? 0;
    });
    // All that waits is handed to the transport together, which takes nothing more until it is through.
    conn.on('flush', () => {
      this.packets = 0;
      this.bytes = 0;
    });
  }
}

type CutReason = Parameters<LiveServerEvents['live:cut']>[0];

/** The last word to a socket, then its end. */
export function cutSocket(socket: LiveSocket, reason: CutReason): void {
  socket.emit('live:cut', reason);
  socket.disconnect(true);
}

export type { CutReason };
