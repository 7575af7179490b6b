import type { LiveParticipantRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { readSessions } from '#sessions/sessions.ts';
import type { LiveSocket } from './Seat.ts';

/** As whom a socket comes in: by the personal link that its browser holds, or as a member of staff. */
export async function findLivePerson(
  socket: LiveSocket,
  services: Services,
  people: ReadonlyMap<string, LiveParticipantRecord>,
  as: 'link' | 'staff' | undefined,
): Promise<LiveParticipantRecord | undefined> {
  // Read anew: a link may have been opened, or ended, since the socket connected.
  const holder =
    as === 'staff'
      ? undefined
      : await readSessions(services, { cookie: socket.handshake.headers.cookie }).liveParticipant();
  const byLink = holder && people.get(holder.id);
  if (byLink !== undefined || as === 'link') return byLink;
  const { member } = socket.data;
  if (member === undefined) return undefined;
  return [...people.values()].find(({ memberId }) => memberId === member.id);
}
