import type { Cursor } from '@assay/contracts/live';
import * as Y from 'yjs';

/** A selection in a text, in UTF-16 code units; where nothing is selected, anchor and head are the same. */
export type Place = { anchor: number; head: number };

/** A selection as others can find it again, whatever is typed meanwhile. */
export function encodeCursor(text: Y.Text, { anchor, head }: Place): Cursor {
  const ends = anchor === head ? [head] : [anchor, head];
  return ends.map((index) => encodePosition(text, index)).join('.');
}

/** Where a cursor is now; nothing when it is in another text, or is no cursor. */
export function decodeCursor(cursor: string, text: Y.Text): Place | undefined {
  const ends = cursor.split('.').map((position) => decodePosition(position, text));
  const [anchor, head = anchor] = ends;
  return anchor === undefined || head === undefined ? undefined : { anchor, head };
}

function encodePosition(text: Y.Text, index: number): string {
  const bytes = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index));
  return btoa(String.fromCharCode(...bytes));
}

function decodePosition(position: string, text: Y.Text): number | undefined {
  if (text.doc === null) return undefined;
  try {
    const bytes = Uint8Array.from(atob(position), (character) => character.charCodeAt(0));
    const relative = Y.decodeRelativePosition(bytes);
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
    return absolute?.type === text ? Math.min(absolute.index, text.length) : undefined;
  } catch {
    // Somebody else wrote it, and may have written anything.
    return undefined;
  }
}
