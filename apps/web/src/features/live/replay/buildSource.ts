import type { LiveReplay } from '@assay/contracts/http';
import type { CodeChange } from '@assay/workspace/replay';
import { describeMoment } from '#features/live/rail/sessionTime.ts';
import { findPastes } from '#features/replay/findPastes.ts';
import type {
  LoggedUpdate,
  ReplayBand,
  ReplayMark,
  ReplayPerson,
  ReplaySource,
} from '#features/replay/replaySource.ts';
import { describeEvent, describeNote, describeRun } from './describeMarks.ts';

/** Everything of a session on one timeline, from its start to its end. */
export function buildSource({
  replay,
  code,
  board,
  changes,
  criteria,
}: {
  replay: LiveReplay;
  code: readonly LoggedUpdate[];
  board: readonly LoggedUpdate[];
  changes: readonly CodeChange[];
  /** Titles of what the session is scored by, by their keys. */
  criteria: ReadonlyMap<string, string>;
}): ReplaySource {
  const untilMs = Date.parse(replay.until);
  const fromMs = Math.min(Date.parse(replay.startedAt ?? replay.until), untilMs);
  const span = { fromMs, untilMs };
  const people = replay.people.map(({ participantId, name, colour }) => ({
    id: participantId,
    name,
    colour,
  }));
  const personOf = (id: string | undefined) => people.find((person) => person.id === id);
  const visits = presentVisits(replay, span, people);
  const bands = replay.focus.map(({ from, until }, index): ReplayBand => ({
    id: `focus ${index}`,
    title: 'Focus time',
    fromMs: Date.parse(from),
    untilMs: Math.min(Date.parse(until ?? replay.until), untilMs),
  }));
  const inside = <Dated extends { atMs: number }>({ atMs }: Dated) =>
    atMs >= fromMs && atMs <= untilMs;
  const marks = [
    ...[
      ...replay.runs.map((run) => describeRun(run, personOf(run.by))),
      ...findPastes(changes, personOf),
      ...replay.messages.map(({ id, at, participantId, text }): ReplayMark => {
        const person = personOf(participantId);
        return {
          id,
          kind: 'chat',
          atMs: Date.parse(at),
          title: person?.name ?? '',
          text,
          person,
        };
      }),
      ...replay.events.map((event, index) =>
        describeEvent(event, index, personOf(event.participantId)),
      ),
      ...bands.map(({ id, fromMs: atMs, ...band }): ReplayMark => {
        const minutes = Math.max(1, Math.round((band.untilMs - atMs) / 60_000));
        return { id, kind: 'event', atMs, title: `Focus time, ${minutes} min` };
      }),
      ...listComings(visits, span),
    ].filter(inside),
    // Also those before the start and after the end: they are shown at its edges.
    ...replay.notes.map((entry) => describeNote(entry, criteria)),
    ...replay.plan.map((entry): ReplayMark => ({
      id: entry.id,
      kind: 'note',
      atMs: entry.at,
      title: entry.kind === 'section' ? `Plan: ${entry.section}` : `Asked: ${entry.question}`,
    })),
  ].toSorted((one, other) => one.atMs - other.atMs);
  const times = {
    startedAt: fromMs,
    endedAt: replay.endedAt === undefined ? undefined : Date.parse(replay.endedAt),
  };
  const describe = (atMs: number) => describeMoment(atMs, times);
  return { code, changes, board, people, marks, bands, visits, span, describe };
}

function presentVisits(
  { visits }: LiveReplay,
  { fromMs, untilMs }: ReplaySource['span'],
  people: readonly ReplayPerson[],
): ReplayBand[] {
  return visits.flatMap(({ participantId, from, until }, index): ReplayBand[] => {
    const person = people.find(({ id }) => id === participantId);
    const [start, end] = [Date.parse(from), until === undefined ? untilMs : Date.parse(until)];
    if (person === undefined || end < fromMs || start > untilMs) return [];
    const stretch = { fromMs: Math.max(start, fromMs), untilMs: Math.min(end, untilMs) };
    return [{ id: `visit ${index}`, title: person.name, person, ...stretch }];
  });
}

/** Who came and went; not those who were there at the start, nor those who stayed to the end. */
function listComings(
  visits: readonly ReplayBand[],
  { fromMs, untilMs }: ReplaySource['span'],
): ReplayMark[] {
  return visits.flatMap(({ id, person, ...visit }): ReplayMark[] => [
    ...(visit.fromMs > fromMs
      ? [
          {
            id: `${id} from`,
            kind: 'event' as const,
            atMs: visit.fromMs,
            title: `${person?.name ?? ''} came in`,
            person,
          },
        ]
      : []),
    ...(visit.untilMs < untilMs
      ? [
          {
            id: `${id} until`,
            kind: 'event' as const,
            atMs: visit.untilMs,
            title: `${person?.name ?? ''} left`,
            person,
          },
        ]
      : []),
  ]);
}
