type Moment = { atMs: number };

/** How many of some moments, in their order, are not after `atMs`. */
export function countUntil(moments: readonly (Moment | number)[], atMs: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const moment = moments[middle] ?? Infinity;
    if ((typeof moment === 'number' ? moment : moment.atMs) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of some moments, in their order, that is not after `atMs`. */
export function latestUntil<Known extends Moment>(
  moments: readonly Known[],
  atMs: number,
): Known | undefined {
  return moments[countUntil(moments, atMs) - 1];
}

/** The first of some moments, in their order, that comes after `atMs`. */
export function findNext<Known extends Moment>(
  moments: readonly Known[],
  atMs: number,
): Known | undefined {
  return moments[countUntil(moments, atMs)];
}

/**
 * The last of some moments, in their order, before `atMs`. One that was passed less than `graceMs` ago does not count:
 * while it plays on, going back once more gets further back.
 */
export function findPrevious<Known extends Moment>(
  moments: readonly Known[],
  atMs: number,
  graceMs = 0,
): Known | undefined {
  return moments.findLast((moment) => moment.atMs < atMs - graceMs);
}
