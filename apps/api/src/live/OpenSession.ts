import type { LiveParticipantRecord, LiveSessionRecord } from '@assay/db';
import type { LiveRelay } from './LiveRelay.ts';
import type { Seat } from './Seat.ts';

/** A session with sockets on this node, and what the database said of it last. */
export type OpenSession = {
  session: LiveSessionRecord;
  people: ReadonlyMap<string, LiveParticipantRecord>;
  focused: boolean;
  readonly seats: Set<Seat>;
  readonly relay: LiveRelay;
  /** Readings of the database follow each other, so that the last one is the newest. */
  reading: Promise<void>;
  /** A reading that has not begun yet, and tells nobody. */
  rechecking?: Promise<void> | undefined;
  /** So do rosters on their way to everybody. */
  telling: Promise<void>;
};
