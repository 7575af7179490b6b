import type { WarnedMinutes } from '@assay/contracts/clock';

/** What is said when the time left passes a mark. */
export function describeWarning(minutes: WarnedMinutes): string {
  switch (minutes) {
    case 0:
      return 'Time is over. Your work is being handed in.';
    case 1:
      return 'One minute left.';
    case 5:
    case 10:
      return `${minutes} minutes left.`;
  }
}
