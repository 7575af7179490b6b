import type { Habits } from './crowdMessages.ts';

/**
 * A candidate who works: types five keys a second for a third of the time, runs the tests every three minutes, one
 * time in ten the hidden ones, and looks at the attempt every half minute.
 */
export const usualHabits: Habits = {
  keysPerSecond: 5,
  typingShare: 1 / 3,
  runEverySeconds: 180,
  submitShare: 0.1,
  lookEverySeconds: 30,
};
