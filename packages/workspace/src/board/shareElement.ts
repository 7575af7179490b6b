import { maxElementLength } from '@assay/contracts/live';
import { type BoardElement, parseElement } from './boardElement.ts';

/** Why something is not put on the shared board. */
export type BoardRefusal = 'kind' | 'too_large' | 'full';

/** Elements that would bring foreign pages or pictures. */
const refusedTypes = new Set(['image', 'iframe', 'embeddable', 'magicframe']);
/** Steps in a unit of the board: finer than a screen shows, and half the bytes of what a mouse reports. */
const steps = 16;

/** An element as it is shared; `unfinished` when it is none yet, like a line of which only the first end is there. */
export function shareElement(element: {
  type: string;
}):
  | { ok: true; element: BoardElement; length: number }
  | { ok: false; why: BoardRefusal | 'unfinished' } {
  if (refusedTypes.has(element.type)) return { ok: false, why: 'kind' };
  const compact = compactStroke(element);
  const length = JSON.stringify(compact).length;
  if (length > maxElementLength) return { ok: false, why: 'too_large' };
  const parsed = parseElement(compact);
  return parsed ? { ok: true, element: parsed, length } : { ok: false, why: 'unfinished' };
}

function compactStroke(element: { type: string; points?: unknown }): object {
  if (element.type !== 'freedraw' || !Array.isArray(element.points)) return element;
  const points = element.points.map((point: unknown): unknown =>
    Array.isArray(point) ? point.map((at) => Math.round(Number(at) * steps) / steps) : point,
  );
  return { ...element, points };
}
