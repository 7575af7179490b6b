import { formatTime } from '#app/formatTime.ts';

/** A moment in this browser's time zone and manner: `14:35`, and with its day when that is not today. */
export function formatMoment(iso: string, now = new Date()): string {
  const moment = new Date(iso);
  const isToday = moment.toDateString() === now.toDateString();
  return isToday
    ? formatTime(moment)
    : moment.toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}

/** The time zone in which this browser shows times. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
}
