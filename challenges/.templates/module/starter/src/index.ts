/** The duration in milliseconds; nothing when `text` is none. */
export function parseDuration(text: string): number | undefined {
  return Number.parseInt(text, 10) * 1_000;
}
