import { maxBoardElements } from '@assay/contracts/live';
import type * as Y from 'yjs';
import { type BoardElement, parseElement } from './boardElement.ts';
import { repairReferences } from './repairReferences.ts';

/**
 * The elements of a whiteboard by id, as they are shared: whatever somebody wrote there; `readBoard` makes sense of
 * it. What is deleted is gone from it.
 */
export function boardOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('elements');
}

/**
 * The elements of a whiteboard in the order in which they lie on each other, the same for all who have the same
 * document. What is no element is left out, however it came in.
 */
export function readBoard(doc: Y.Doc): BoardElement[] {
  const elements = new Map<string, BoardElement>();
  const entries = [...boardOf(doc).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, value] of entries) {
    if (elements.size === maxBoardElements) break;
    const element = parseElement(value);
    if (element?.id === id) elements.set(id, element);
  }
  return repairReferences(elements).toSorted(
    (a, b) => compare(a.index, b.index) || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
