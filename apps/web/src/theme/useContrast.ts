import { useMediaQuery } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';
import type { tokens } from './tokens.ts';

/** What somebody chose for this browser; `auto` is what their system asks for. */
export type ContrastChoice = 'auto' | keyof typeof tokens;

const key = 'assay/contrast';
const listeners = new Set<() => void>();

function readChoice(): ContrastChoice {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'normal' || stored === 'raised' ? stored : 'auto';
  } catch {
    // Without storage the page follows the system.
    return 'auto';
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changeContrast(choice: ContrastChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // See `readChoice`.
  }
  for (const listener of listeners) listener();
}

export function useContrastChoice(): ContrastChoice {
  return useSyncExternalStore(subscribe, readChoice);
}

/** Which set of colours to show: as chosen here, or as the person's system asks. */
export function useContrast(): keyof typeof tokens {
  const choice = useContrastChoice();
  const systemWantsMore = useMediaQuery('(prefers-contrast: more)');
  if (choice !== 'auto') return choice;
  return systemWantsMore ? 'raised' : 'normal';
}
