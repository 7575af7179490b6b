import * as Y from 'yjs';
import { filesOf } from './workspaceDocument.ts';

/** What one update did to one file; texts and counts are of UTF-16 code units. */
export type TextChange = { path: string; inserted: string[]; deleted: number };

/** One update of a log, in terms of files. */
export type LogStep<Update> = { update: Update; changes: TextChange[] };

/** Replays a log and says of each update what it changed. A file that is deleted counts with all that was in it. */
export function describeLog<Update extends { bytes: Uint8Array }>(
  updates: Iterable<Update>,
): LogStep<Update>[] {
  const doc = new Y.Doc();
  const files = filesOf(doc);
  const lengths = new Map<string, number>();
  let changes: TextChange[] = [];
  files.observeDeep((events) => {
    for (const event of events) {
      if (event instanceof Y.YMapEvent)
        changes.push(...describeFiles(event.changes.keys.keys(), files, lengths));
      else changes.push(describeText(String(event.path[0] ?? ''), event.changes.delta));
    }
    for (const { path } of changes) lengths.set(path, files.get(path)?.length ?? 0);
  });
  const steps: LogStep<Update>[] = [];
  for (const update of updates) {
    changes = [];
    Y.applyUpdate(doc, update.bytes);
    steps.push({ update, changes });
  }
  doc.destroy();
  return steps;
}

/** Files that came, went, or were replaced as a whole. */
function describeFiles(
  paths: Iterable<string>,
  files: Y.Map<Y.Text>,
  lengths: ReadonlyMap<string, number>,
): TextChange[] {
  return [...paths].map((path) => {
    const text = files.get(path)?.toString() ?? '';
    return { path, inserted: text === '' ? [] : [text], deleted: lengths.get(path) ?? 0 };
  });
}

function describeText(path: string, delta: { insert?: unknown; delete?: number }[]): TextChange {
  const inserted: string[] = [];
  let deleted = 0;
  for (const part of delta) {
    if (typeof part.insert === 'string') inserted.push(part.insert);
    deleted += part.delete ?? 0;
  }
  return { path, inserted, deleted };
}
