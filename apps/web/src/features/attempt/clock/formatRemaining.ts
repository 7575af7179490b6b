import { countdownMs } from '@assay/contracts/clock';

/** The time that is left, ms, as the clock shows it: `1 h 45 min`, `47 min`, and from ten minutes on `9:59`. */
export function formatRemaining(ms: number): string {
  const left = Math.max(0, ms);
  if (left <= countdownMs) {
    const seconds = Math.ceil(left / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
  return formatMinutes(Math.ceil(left / 60_000));
}

/** A span of whole minutes in words. */
function formatMinutes(minutes: number): string {
  if (minutes < 100) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
