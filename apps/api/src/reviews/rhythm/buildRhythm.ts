import { largeInsertion, type WorkRhythm } from '@assay/contracts/http';
import type { AttemptEventRecord } from '@assay/db';
import type { LogEntry, LogStep } from '@assay/workspace';
import { matchPastes } from '#record/matchPastes.ts';

const minuteMs = 60_000;

/** Of an insertion, what is shown, UTF-16 code units. */
const shownLength = 2_000;

/** A paste may be saved so much later than it was reported, ms, together with what was typed around it. */
const togetherMs = 30_000;

type Insertion = WorkRhythm['insertions'][number];
type Minute = WorkRhythm['minutes'][number];

/** The candidate's own steps; what the server wrote, such as the starter, is nobody's work. */
const ownSteps = (steps: LogStep<LogEntry>[]) =>
  steps.filter(({ update }) => update.author !== 'server');

/** How much was typed, inserted and deleted in each minute since `from` in which there was anything. */
export function countMinutes(
  steps: LogStep<LogEntry>[],
  from: Date,
  shown: (at: Date) => Date,
): Minute[] {
  const start = shown(from).getTime();
  const minutes = new Map<number, Minute>();
  for (const { update, changes } of ownSteps(steps)) {
    const minute = Math.max(0, Math.floor((shown(update.at).getTime() - start) / minuteMs));
    const counted = minutes.get(minute) ?? { minute, typed: 0, inserted: 0, deleted: 0 };
    for (const { inserted, deleted } of changes) {
      counted.deleted += deleted;
      for (const { length } of inserted) {
        if (length >= largeInsertion) counted.inserted += length;
        else counted.typed += length;
      }
    }
    minutes.set(minute, counted);
  }
  return [...minutes.values()].toSorted((a, b) => a.minute - b.minute);
}

/** Text that came in one piece, in order: pastes as the browser reported them, and the rest from the history. */
export function listInsertions(
  steps: LogStep<LogEntry>[],
  events: AttemptEventRecord[],
  challenge: string,
  shown: (at: Date) => Date,
): Insertion[] {
  const history = ownSteps(steps).map(({ update: { at }, changes }) => ({
    at,
    challenge,
    changes,
  }));
  const large = history.flatMap(({ at, changes }) =>
    changes.flatMap(({ path, inserted }) =>
      inserted.flatMap((text) =>
        text.length >= largeInsertion ? [{ at, path, text, isTold: false }] : [],
      ),
    ),
  );
  const texts = matchPastes(events, history);
  const pasted = events.flatMap((event): { moment: Date; insertion: Insertion }[] => {
    const { id, kind, at, path, length, fromHere } = event;
    if (kind !== 'pasted' || event.challenge !== challenge) return [];
    if (path === null || length === null || length < largeInsertion) return [];
    const text = texts.get(id);
    const told = large.find(
      (one) =>
        !one.isTold &&
        one.path === path &&
        (text === undefined
          ? one.text.length >= length && Math.abs(one.at.getTime() - at.getTime()) < togetherMs
          : one.text === text),
    );
    if (told) told.isTold = true;
    const origin = fromHere === true ? 'here' : 'elsewhere';
    return [{ moment: at, insertion: { ...present(at, path, length, text), origin } }];
  });
  const unreported = large
    .filter(({ isTold }) => !isTold)
    .map(({ at, path, text }) => ({
      moment: at,
      insertion: { ...present(at, path, text.length, text), origin: 'unreported' as const },
    }));
  return [...pasted, ...unreported]
    .toSorted((a, b) => a.moment.getTime() - b.moment.getTime())
    .map(({ insertion }) => insertion);

  function present(at: Date, path: string, length: number, text: string | undefined) {
    return {
      at: shown(at).toISOString(),
      path,
      length,
      ...(text !== undefined && { text: text.slice(0, shownLength) }),
    };
  }
}
