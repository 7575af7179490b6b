import type { AttemptEventRecord } from '@assay/db';
import type { TextChange } from '@assay/workspace';

type TimedChange = { at: Date; challenge: string; changes: TextChange[] };

/** A report can be a little later than the change that it is about, ms. */
const toleranceMs = 10_000;

/**
 * The words of pastes, by the ids of their events, as the history of the files has them: the first text of the
 * same length that came into the same file about then or later, for a change that was made without a connection
 * is saved later. A paste that the history has only together with what was typed around it is left out.
 */
export function matchPastes(
  events: AttemptEventRecord[],
  history: TimedChange[],
): ReadonlyMap<string, string> {
  const inserted = history.flatMap(({ at, challenge, changes }) =>
    changes.flatMap(({ path, inserted: texts }) =>
      texts.map((text) => ({ at, challenge, path, text, taken: false })),
    ),
  );
  const found = new Map<string, string>();
  for (const event of events) {
    if (event.kind !== 'pasted') continue;
    const earliest = event.at.getTime() - toleranceMs;
    const match = inserted.find(
      (one) =>
        !one.taken &&
        one.challenge === event.challenge &&
        one.path === event.path &&
        one.text.length === event.length &&
        one.at.getTime() >= earliest,
    );
    if (match === undefined) continue;
    match.taken = true;
    found.set(event.id, match.text);
  }
  return found;
}
