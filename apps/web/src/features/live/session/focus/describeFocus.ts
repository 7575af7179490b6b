/** What is left of a focus time, ms: whole minutes as long as seconds would only make nervous. */
export function describeFocus(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  if (seconds > 60) return `${Math.ceil(seconds / 60)} minutes left`;
  return seconds === 60 ? '1 minute left' : `${seconds} seconds left`;
}
