import type { BoardRefusal } from '@assay/workspace/board';

/** What is said when something drawn was taken off again. */
export const refusalWords: Record<BoardRefusal, string> = {
  kind: 'Pictures and foreign pages cannot be put on the board. It was taken off again; everything else is in place.',
  too_large:
    'That is too large to be shared, so it was taken off again. Draw it in several parts; everything else is in place.',
  full: 'The board is full, so that was taken off again. Erase something first; everything else is in place.',
};
