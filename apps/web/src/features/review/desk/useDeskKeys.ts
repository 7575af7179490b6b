import { useEffect } from 'react';
import { isTyping } from './isTyping.ts';

/**
 * The desk by keys: `j` and `k` go through the tests, `1` to `5` score the criterion at hand (the one that
 * has the focus, or the first without a score), `n` goes to its note.
 */
export function useDeskKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'j' || event.key === 'k') moveThroughTests(event.key === 'j' ? 1 : -1);
      else if (event.key === 'n') criterionAtHand()?.querySelector('textarea')?.focus();
      else if (/^[1-5]$/.test(event.key)) {
        criterionAtHand()
          ?.querySelectorAll<HTMLElement>('[role=radio]')
          .item(Number(event.key) - 1)
          .click();
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function moveThroughTests(direction: 1 | -1): void {
  const rows = [
    ...document.querySelectorAll<HTMLElement>('[aria-label=Tests] button[aria-expanded]'),
  ];
  const current = rows.findIndex((row) => row === document.activeElement);
  const next =
    rows[current === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, current + direction))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function criterionAtHand(): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('article[id^=criterion-]');
  if (focused) return focused;
  const cards = [...document.querySelectorAll<HTMLElement>('article[id^=criterion-]')];
  const first =
    cards.find((card) => card.querySelector('[role=radio][aria-checked=true]') === null) ??
    cards.at(-1);
  first?.scrollIntoView({ block: 'nearest' });
  first?.focus({ preventScroll: true });
  return first;
}
