import type { LiveRefusal } from '@assay/contracts/live';
import { refuse } from '#realtime/socketRefusal.ts';
import type { Services } from '#services.ts';
import type { LiveSocket, Seat } from './Seat.ts';
import type { Strikes } from './Strikes.ts';

export const forbidden = refuse('forbidden', 'There is no session here that you are in.');
export const malformed = refuse('malformed', 'This is not a message of a live session.');
export const tooOften = refuse(
  'unavailable',
  'These are more messages at once than anybody sends. Keep this page open: it tries again.',
);

/** What one socket's chat and call work with. */
export type Talk = {
  socket: LiveSocket;
  services: Services;
  strikes: Strikes;
  /** Where it sits now, if it does. */
  seat: () => Seat | undefined;
  /** Answers an event, whatever is thrown, and counts what no page of ours sends. */
  answer: <Reply extends { ok: true }>(
    reply: (answer: Reply | LiveRefusal) => void,
    work: () => Promise<Reply | LiveRefusal>,
  ) => void;
};
