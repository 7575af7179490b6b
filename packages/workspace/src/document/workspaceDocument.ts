import type { Files } from '@assay/contracts/workspace';
import * as Y from 'yjs';
import { toLf } from './toLf.ts';

/** The one shared type of a workspace: its files by path. */
export const filesKey = 'files';

export function filesOf(doc: Y.Doc): Y.Map<Y.Text> {
  return doc.getMap<Y.Text>(filesKey);
}

/** A new document that holds `files`. */
export function createWorkspace(files: Files): Y.Doc {
  const doc = new Y.Doc();
  replaceFiles(doc, files);
  return doc;
}

/** The update that a new workspace begins with. */
export function encodeWorkspace(files: Files): Uint8Array {
  return Y.encodeStateAsUpdate(createWorkspace(files));
}

/** The files that the updates of a log amount to. */
export function readLog(updates: Iterable<Uint8Array>): Files {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return readFiles(doc);
}

/** The files of the last moment of a log at which their names were as `isMeant` says; `undefined` if there was none. */
export function readLogWhile(
  updates: readonly Uint8Array[],
  isMeant: (paths: ReadonlySet<string>) => boolean,
): Files | undefined {
  const doc = new Y.Doc();
  let upTo = 0;
  for (const [index, update] of updates.entries()) {
    Y.applyUpdate(doc, update);
    if (isMeant(new Set(filesOf(doc).keys()))) upTo = index + 1;
  }
  return upTo === 0 ? undefined : readLog(updates.slice(0, upTo));
}

/** The files of a document, in the order of their names. Line ends are LF. */
export function readFiles(doc: Y.Doc): Files {
  const files = [...filesOf(doc).entries()].map(([path, text]): [string, string] => [
    path,
    toLf(text.toString()),
  ]);
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Makes the document hold exactly `files`, in one transaction that touches only what differs,
 * so that cursors elsewhere stay where they are.
 */
export function replaceFiles(doc: Y.Doc, files: Files): void {
  const map = filesOf(doc);
  doc.transact(() => {
    for (const path of map.keys()) {
      if (!Object.hasOwn(files, path)) map.delete(path);
    }
    for (const [path, content] of Object.entries(files)) {
      const text = map.get(path);
      if (text === undefined) map.set(path, new Y.Text(toLf(content)));
      else replaceText(text, toLf(content));
    }
  });
}

/** Replaces what lies between the common beginning and the common end. */
function replaceText(text: Y.Text, wanted: string): void {
  const current = text.toString();
  if (current === wanted) return;
  const longest = Math.min(current.length, wanted.length);
  let start = 0;
  while (start < longest && current[start] === wanted[start]) start += 1;
  let end = 0;
  while (
    end < longest - start &&
    current[current.length - 1 - end] === wanted[wanted.length - 1 - end]
  )
    end += 1;
  // Half of a surrogate pair is no character: take the whole pair.
  if (start > 0 && (isLowSurrogate(current, start) || isLowSurrogate(wanted, start))) start -= 1;
  if (end > 0 && isLowSurrogate(current, current.length - end)) end -= 1;
  text.delete(start, current.length - end - start);
  text.insert(start, wanted.slice(start, wanted.length - end));
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc_00 && code <= 0xdf_ff;
}
