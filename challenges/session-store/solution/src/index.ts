import type { SessionStore, StoreOptions } from './contract.ts';
import { RotatingSessions } from './rotatingSessions.ts';

export type * from './contract.ts';

/** @throws {RangeError} naming the option that makes no sense. */
export function createSessionStore(options: StoreOptions): SessionStore {
  for (const [option, least] of leastMs) {
    const value = options[option];
    if (!Number.isInteger(value) || value < least) {
      throw new RangeError(`${option} must be a whole number of ms from ${least}; it is ${value}.`);
    }
  }
  return new RotatingSessions(options);
}

const leastMs: [keyof StoreOptions, number][] = [
  ['accessMs', 1],
  ['idleMs', 1],
  ['absoluteMs', 1],
  ['graceMs', 0],
];
