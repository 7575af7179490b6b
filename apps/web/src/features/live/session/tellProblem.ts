import { notifications } from '@mantine/notifications';
import { describeProblem } from '#app/describeProblem.ts';

/** Says for a while that something did not work, and why. */
export function tellProblem(error: unknown): void {
  const { title, message } = describeProblem(error);
  notifications.show({ title, message, color: 'red' });
}
