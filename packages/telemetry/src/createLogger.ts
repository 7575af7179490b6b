import { type DestinationStream, type Logger, pino } from 'pino';
import { currentIds } from '#context/workContext.ts';
import { currentTrace } from '#tracing/tracing.ts';

/** The log of a process: one JSON document a line, with the ids of the work that a line is about. */
export function createLogger(
  options: { name?: string; level: string },
  destination?: DestinationStream,
): Logger {
  const settings = {
    ...options,
    mixin: () => ({ ...currentIds(), ...currentTrace() }),
  };
  return destination === undefined ? pino(settings) : pino(settings, destination);
}
