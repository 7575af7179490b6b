import type { LiveDocument } from '@assay/contracts/live';
import { cutSocket, type Seat } from './Seat.ts';

/** What may wait for a socket. A reader that stalls was seen to queue 26,000 packets, and 98 MB. */
const maxWaiting = { packets: 256, bytes: 2 * 1024 * 1024 };
/** How long a reader may stall, ms, until its connection is ended. */
const maxStallMs = 30_000;

/**
 * Ends the streams of documents to those who do not read. Once they have read what waited they are told to open
 * again, and get one difference instead of all that they missed.
 */
export function holdBackSlowReaders(
  seats: Iterable<Seat>,
  {
    closeDocument,
    heldBack,
  }: {
    closeDocument: (seat: Seat, document: LiveDocument) => void;
    /** Called once for each stall. */
    heldBack: (seat: Seat) => void;
  },
): void {
  for (const seat of seats) {
    const { packets, bytes } = seat.backlog;
    if (packets > maxWaiting.packets || bytes > maxWaiting.bytes) {
      if (seat.stalledAt === undefined) heldBack(seat);
      seat.stalledAt ??= performance.now();
      for (const document of seat.open.keys()) {
        seat.missed.add(document);
        closeDocument(seat, document);
      }
    }
    if (seat.stalledAt === undefined) continue;
    if (packets === 0) {
      seat.socket.emit('live:reopen', [...seat.missed]);
      seat.missed.clear();
      delete seat.stalledAt;
    } else if (performance.now() - seat.stalledAt > maxStallMs) {
      cutSocket(seat.socket, {
        code: 'stalled',
        message: 'This browser was too slow for the session. Reload the page.',
      });
    }
  }
}
