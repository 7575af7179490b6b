import type { PoolClient } from 'pg';
import type { Message } from './message.ts';
import type { PointsEvent } from './pointsEvent.ts';

export type KeptEvent = { sequence: number; points: number; message: Message };

const waiting = new Map<string, Map<number, KeptEvent>>();

/** Keeps an event until its turn comes. */
export async function keep(_client: PoolClient, event: PointsEvent, message: Message) {
  const { memberId, sequence, points } = event;
  const events = waiting.get(memberId) ?? new Map<number, KeptEvent>();
  waiting.set(memberId, events);
  events.set(sequence, { sequence, points, message });
}

/** The events of a member that follow each other without a gap from after `sequence` on. */
export async function takeNext(
  _client: PoolClient,
  memberId: string,
  sequence: number,
): Promise<KeptEvent[]> {
  const taken: KeptEvent[] = [];
  for (let next = waiting.get(memberId)?.get(sequence + 1); next;) {
    taken.push(next);
    waiting.get(memberId)?.delete(next.sequence);
    next = waiting.get(memberId)?.get(next.sequence + 1);
  }
  return taken;
}
