import type { WarnedMinutes } from '@assay/contracts/clock';

/** What is said, and read aloud, when the time left passes a mark: how much it is, and that nothing has to be done in a hurry. */
export function describeWarning(minutes: WarnedMinutes): string {
  switch (minutes) {
    case 0:
      return 'Time is over. Your work is being handed in.';
    case 1:
      return 'One minute left. What is saved when it is over is handed in for you.';
    case 5:
    case 10:
      return `${minutes} minutes left. Your work is handed in by itself at the end.`;
  }
}
