const dayMs = 24 * 60 * 60_000;
/** When nights begin, of the day, UTC: few are at work then, wherever most of them live. */
const hour = 3;

/** When the night began that is the last one at this moment. */
export function lastNight(now: Date): Date {
  const begin = new Date(now);
  begin.setUTCHours(hour, 0, 0, 0);
  return begin > now ? new Date(begin.getTime() - dayMs) : begin;
}

/** When the first night begins that is not before then. */
export function nextNight(then: Date): Date {
  const last = lastNight(then);
  return last.getTime() === then.getTime() ? last : new Date(last.getTime() + dayMs);
}

/** What a night is called: the day on which it begins. */
export const nameOfNight = (begin: Date): string => begin.toISOString().slice(0, 10);
