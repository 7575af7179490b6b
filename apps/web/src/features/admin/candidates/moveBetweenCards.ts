import type { KeyboardEvent } from 'react';

/** Marks what the arrow keys go to. */
export const cardLink = { 'data-card-link': true } as const;

const steps: Record<string, [column: number, row: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** From the link of one card to that of its neighbour, over empty columns. */
export function moveBetweenCards(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const from = event.target;
  if (step === undefined || !(from instanceof HTMLElement) || !('cardLink' in from.dataset)) return;
  const columns = [...event.currentTarget.querySelectorAll('section')]
    .map((column) => [...column.querySelectorAll<HTMLElement>('[data-card-link]')])
    .filter((cards) => cards.length > 0);
  const column = columns.findIndex((cards) => cards.includes(from));
  const row = columns[column]?.indexOf(from) ?? 0;
  const cards = columns[column + step[0]];
  const to = cards?.[Math.min(row + step[1], step[1] === 0 ? cards.length - 1 : row + step[1])];
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
}
