import { useMediaQuery } from '@mantine/hooks';
import type { tokens } from './tokens.ts';

/** Whether the person's system asks for more contrast. */
export function useContrast(): keyof typeof tokens {
  return useMediaQuery('(prefers-contrast: more)') ? 'raised' : 'normal';
}
