import { format } from 'pretty-format';
import { describeThrown } from '#remote/wireError.ts';
import type { GraderTestEnd } from './protocol.ts';

/** A failed matcher's values, UTF-16 code units. Counters an expected value of megabytes. */
const maxValueLength = 4_000;

/** What an assertion or the solution threw, for people. */
export function describeFailure(thrown: unknown): NonNullable<GraderTestEnd['failure']> {
  const { name, message, stack } = describeThrown(thrown);
  const values = matcherValues(thrown);
  return {
    message:
      values || name === 'Error' || name === 'JestAssertionError' ? message : `${name}: ${message}`,
    ...values,
    stack,
  };
}

function matcherValues(thrown: unknown): { expected: string; received: string } | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { matcherResult } = thrown as {
    matcherResult?: { expected?: unknown; actual?: unknown; pass?: boolean };
  };
  if (
    !matcherResult ||
    !('expected' in matcherResult) ||
    !('actual' in matcherResult) ||
    matcherResult.pass === true
  )
    return undefined;
  try {
    return { expected: print(matcherResult.expected), received: print(matcherResult.actual) };
  } catch {
    // Printing a thing of the solution's runs code of it.
    return undefined;
  }
}

function print(value: unknown): string {
  const text = format(value, {
    maxDepth: 8,
    maxWidth: 100,
    printBasicPrototype: false,
    escapeString: false,
  });
  return text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : text;
}
