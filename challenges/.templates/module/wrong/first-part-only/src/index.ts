const unitMs = new Map([
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/** The duration in milliseconds; nothing when `text` is none. */
export function parseDuration(text: string): number | undefined {
  let totalMs = 0;
  for (const part of text.split(' ').slice(0, 1)) {
    const ms = parsePart(part);
    if (ms === undefined) return undefined;
    totalMs += ms;
  }
  return totalMs;
}

function parsePart(part: string): number | undefined {
  const unit = unitMs.get(part.slice(-1));
  const count = part.slice(0, -1);
  return unit !== undefined && /^\d+$/.test(count) ? Number(count) * unit : undefined;
}
