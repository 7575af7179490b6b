import type { Member } from '@assay/contracts/http';
import type { SeatData } from '#live/Seat.ts';
import type { RateMeter } from './rateMeter.ts';

/** Who holds a socket, decided when it connects. */
export type SocketData = {
  attemptId: string | undefined;
  member: Member | undefined;
  meter: RateMeter;
  /** In a live session. */
  seat?: SeatData | undefined;
};
