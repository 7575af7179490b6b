const hoursAndMinutes = { hour: '2-digit', minute: '2-digit' } as const;

/** A time of day: hours and minutes, as the reader's language has them. */
export const formatTime = (at: string | Date): string =>
  new Date(at).toLocaleTimeString([], hoursAndMinutes);

/** The same with seconds, where several things happen in a minute. */
export const formatTimeWithSeconds = (at: string | Date): string =>
  new Date(at).toLocaleTimeString([], { ...hoursAndMinutes, second: '2-digit' });
