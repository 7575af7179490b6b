import { useEffect, useEffectEvent } from 'react';
import { isReading, isTyping } from './isTyping.ts';

/** What keys do in and around the code of the desk, by key. */
export type CodeKeys = Partial<Record<'c' | 'd' | 'e' | '.' | ',' | '?', () => void>>;

/** Keys of the code, wherever the focus is, but where something is typed. */
export function useCodeKeys(keys: CodeKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) && !isReading(event.target)) return;
    const act = keys[event.key as keyof CodeKeys];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
