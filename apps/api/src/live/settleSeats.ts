import {
  callRight,
  type DocumentRight,
  type LiveDocument,
  sharedDocuments,
} from '@assay/contracts/live';
import type { LiveParticipantRecord, LiveSessionRecord } from '@assay/db';
import type { OpenSession } from './OpenSession.ts';
import { cutSocket, type Seat } from './Seat.ts';

type Desk = {
  /** Whether a focus time is going on now. */
  focused: boolean;
  rightOf(seat: Seat, document: LiveDocument): DocumentRight;
  closeDocument(seat: Seat, document: LiveDocument): void;
  leaveCall(seat: Seat): void;
};

/** Takes from each seat what it may not have any more, and says what it may have again. */
export function settleSeats(open: OpenSession, desk: Desk): void {
  const focusOver = open.focused && !desk.focused;
  open.focused = desk.focused;
  for (const seat of open.seats) {
    const person = open.people.get(seat.participantId);
    const gone = person === undefined || person.removedAt !== null;
    if (gone || person.refusedAt !== null) {
      cutSocket(seat.socket, gone ? removed : turnedAway);
    } else if (!seat.inside) {
      if (isInside(person, open.session)) seat.socket.emit('live:admitted');
    } else {
      const again = settleRights(seat, desk);
      if (focusOver && seat.role !== 'candidate')
        for (const name of sharedDocuments) again.add(name);
      if (callRight(person.role, open.session.state) === 'nothing') desk.leaveCall(seat);
      if (again.size > 0) seat.socket.emit('live:reopen', [...again]);
    }
  }
}

/** Closes what a seat may not see any more; answers what it has to open again because its right is another. */
function settleRights(seat: Seat, { rightOf, closeDocument }: Desk): Set<LiveDocument> {
  const again = new Set<LiveDocument>();
  for (const [document, opened] of seat.open) {
    const right = rightOf(seat, document);
    if (right.may === opened.may) continue;
    if (right.may === 'nothing') closeDocument(seat, document);
    else again.add(document);
  }
  return again;
}

const removed = { code: 'removed', message: 'You were taken out of this session.' } as const;
const turnedAway = { code: 'refused', message: 'You were not let in.' } as const;

/** Whether somebody is in, or waits. */
export function isInside(
  { role, admittedAt }: Pick<LiveParticipantRecord, 'role' | 'admittedAt'>,
  { state }: Pick<LiveSessionRecord, 'state'>,
): boolean {
  return role === 'interviewer' || (state === 'open' && admittedAt !== null);
}
