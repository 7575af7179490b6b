type Box = { x: number; y: number; width: number; height: number };

/** Between two shapes, scene units: room for an arrow. */
const gap = 60;

/**
 * Where something of this size covers nothing that is there: at `start`, else to its right as far as `within` goes,
 * then below. On a board that is full of large things it covers something.
 */
export function findFreePlace(
  { width, height }: { width: number; height: number },
  start: { x: number; y: number },
  { within, taken }: { within: number; taken: readonly Box[] },
): { x: number; y: number } {
  const perRow = Math.max(1, Math.floor((within + gap) / (width + gap)));
  const places = (taken.length + 1) * perRow;
  for (let place = 0; place < places; place += 1) {
    const x = start.x + (place % perRow) * (width + gap);
    const y = start.y + Math.floor(place / perRow) * (height + gap);
    if (!taken.some((other) => overlap({ x, y, width, height }, other))) return { x, y };
  }
  return start;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
