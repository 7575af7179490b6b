import { useMediaQuery } from '@mantine/hooks';

/** Narrower than this, CSS px, the panes do not fit beside each other. A window of 1,280 at 200 % zoom has 640. */
const narrow = '(max-width: 899px)';
/** Narrower than this, CSS px, nobody should have to write code: telephones. */
const small = '(max-width: 599px)';

const atOnce = { getInitialValueInEffect: false };

/** Whether there is room for one pane only. */
export function useIsNarrow(): boolean {
  return useMediaQuery(narrow, false, atOnce) ?? false;
}

/** Whether the screen is too small to work on. */
export function useIsSmall(): boolean {
  return useMediaQuery(small, false, atOnce) ?? false;
}
