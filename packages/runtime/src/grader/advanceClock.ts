import { setImmediate } from '#time/timers.ts';
import type { GraderHost } from './protocol.ts';

/**
 * Lets `ms` of virtual time pass, and resolves once the promises that it settled have run their course.
 * @throws {RangeError} for a time that does not go forward.
 */
export async function advanceClock(host: GraderHost, ms: number): Promise<void> {
  if (!Number.isFinite(ms) || ms < 0)
    throw new RangeError(`The clock goes forward by ms from 0; it was asked for ${ms}.`);
  host.advance(ms);
  await new Promise<void>((resolve) => setImmediate(() => resolve()));
}
