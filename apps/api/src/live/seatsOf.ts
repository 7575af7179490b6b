import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveRole, LiveState, RosterEntry } from '@assay/contracts/live';
import type { LiveParticipantRecord } from '@assay/db';
import type { RealtimeServer } from '#realtime/announcer.ts';
import type { SeatData } from './Seat.ts';

/** How long other nodes may take to say who is there, ms. Counters a node, or a Redis, that does not answer. */
const answerMs = 1_000;

/** Who sits in these rooms of sockets, on all nodes; on this one alone where the others do not answer in time. */
export async function seatsOf(io: RealtimeServer, rooms: string[]): Promise<SeatData[]> {
  const waiting = new AbortController();
  const everywhere = async () => {
    const sockets = await io.in(rooms).fetchSockets();
    return sockets.flatMap(({ data: { seat } }) => seat ?? []);
  };
  const here = async () => {
    await sleep(answerMs, undefined, { signal: waiting.signal });
    return localSeats(io, rooms);
  };
  try {
    return await Promise.race([everywhere().catch(here), here()]);
  } finally {
    waiting.abort();
  }
}

/** Socket.io asks Redis how many nodes there are even where the question is to this one alone. */
function localSeats(io: RealtimeServer, rooms: string[]): SeatData[] {
  const { adapter, sockets } = io.of('/');
  const ids = new Set(rooms.flatMap((room) => [...(adapter.rooms.get(room) ?? [])]));
  return [...ids].flatMap((id) => sockets.get(id)?.data.seat ?? []);
}

/**
 * Everybody of a session, with where they sit. Who was never let in is known to interviewers alone, and who does not
 * lead has left with the end, whatever page is still open.
 */
export function presentRoster(
  people: Iterable<LiveParticipantRecord>,
  seats: readonly SeatData[],
  { viewer, state }: { viewer: LiveRole; state: LiveState },
): RosterEntry[] {
  const leads = viewer === 'interviewer';
  return [...people]
    .filter(({ removedAt }) => removedAt === null)
    .filter(({ role, admittedAt }) => leads || role === 'interviewer' || admittedAt !== null)
    .map(({ id, role, name, colour, frozen }) => {
      const hasLeft = state === 'ended' && role !== 'interviewer';
      const own = hasLeft ? [] : seats.filter(({ participantId }) => participantId === id);
      const inside = own.filter((seat) => seat.inside);
      const presence = inside.length > 0 ? 'present' : own.length > 0 ? 'waiting' : 'away';
      const connections = inside.map(({ connection }) => connection).sort();
      return { participantId: id, role, name, colour, presence, connections, frozen };
    });
}
