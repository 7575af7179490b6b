import { useEffect, useEffectEvent } from 'react';
import type { Signal } from './useNotes.ts';

/**
 * Keys that work wherever one types: Alt Shift and a digit is a strong signal for the criterion of that number, Ctrl
 * Shift and a digit a weak one, Alt Shift N the next section. By the place of a key, since Alt changes what it writes.
 */
export function useRailKeys(does: {
  tag: (index: number, signal: Signal) => void;
  nextSection: () => void;
}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey, code, repeat } = event;
    if (!shiftKey || metaKey || altKey === ctrlKey || repeat) return;
    const digit = /^Digit([1-9])$/.exec(code)?.[1];
    if (digit !== undefined) does.tag(Number(digit) - 1, altKey ? 'strong' : 'weak');
    else if (code === 'KeyN' && altKey) does.nextSection();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
