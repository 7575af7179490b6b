import type { LiveEventRecord } from '@assay/db';
import { z } from 'zod';

/** A page that comes back within this was not away, ms: a lost connection, a reload. */
const blinkMs = 20_000;

export type Span = { from: Date; until?: Date };
type Event = Pick<LiveEventRecord, 'at' | 'kind' | 'participantId' | 'detail'>;

/** Who was in a session when, however many pages they had open; without an end, they still are. Events oldest first. */
export function listVisits(events: readonly Event[]): (Span & { participantId: string })[] {
  const visits: (Span & { participantId: string; pages: Set<unknown> })[] = [];
  for (const { at, kind, participantId, detail } of events) {
    const page = detail['connection'];
    const last = visits.findLast((visit) => visit.participantId === participantId);
    if (kind === 'joined' && participantId !== null) {
      if (last === undefined || isOver(last, at))
        visits.push({ participantId, from: at, pages: new Set([page]) });
      else {
        delete last.until;
        last.pages.add(page);
      }
    }
    if (kind === 'left') {
      last?.pages.delete(page);
      if (last?.pages.size === 0) last.until = at;
    }
    if (kind === 'ended')
      for (const visit of visits) if (visit.until === undefined) visit.until = at;
  }
  return visits.map(({ participantId, from, until }) => ({
    participantId,
    from,
    ...(until && { until }),
  }));
}

const isOver = ({ until }: Span, at: Date): boolean =>
  until !== undefined && at.getTime() - until.getTime() > blinkMs;

/** The focus times of a session; one that ended early, or with the session, ends there. Events oldest first. */
export function listFocusTimes(events: readonly Event[], now: Date): Span[] {
  const times: (Span & { planned: Date })[] = [];
  for (const { at, kind, detail } of events) {
    if (kind === 'focus_started')
      times.push({ from: at, planned: new Date(z.iso.datetime().parse(detail['endsAt'])) });
    const last = times.at(-1);
    if ((kind === 'focus_ended' || kind === 'ended') && last && last.until === undefined)
      last.until = at < last.planned ? at : last.planned;
  }
  return times.map(({ from, until, planned }) => {
    const end = until ?? (planned <= now ? planned : undefined);
    return { from, ...(end && { until: end }) };
  });
}
