import type { Diagnostic } from '@assay/contracts/verdict';

/**
 * What a solution gives the host, as what it ought to be. Its own code may stand between, so it can be any
 * value that V8 can clone; converting one may throw, and an error of the host's must not reach a guest.
 */

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

/** The longest delay that a timer has in Node, ms. */
const maxDelayMs = 2 ** 31 - 1;

/** Whole milliseconds from 1; what is no such thing is 1, as in Node. */
export function asDelay(value: unknown): number {
  const ms = Math.trunc(asNumber(value));
  return ms >= 1 && ms <= maxDelayMs ? ms : 1;
}

/** What keeps a program from being compiled, from its JSON. */
export function asDiagnostic(json: unknown): Diagnostic {
  const { file, line, column, message, source } = asRecord(json);
  const whole = (value: unknown) => Math.max(0, Math.trunc(asNumber(value)) || 0);
  return {
    file: asText(file).slice(0, 200),
    line: whole(line),
    column: whole(column),
    message: asText(message).slice(0, 2_000) || 'It cannot be compiled.',
    ...(asText(source) === '' ? {} : { source: asText(source).slice(0, 500) }),
  };
}

/** Name, message and stack of what a program threw, from its JSON. */
export function asProblem(json: unknown): { message: string; stack: string } {
  const { name, message, stack } = asRecord(json);
  return {
    message: `${asText(name) || 'Error'}: ${asText(message)}`.slice(0, 8_000),
    stack: asText(stack).slice(0, 8_000),
  };
}

function asRecord(json: unknown): Record<string, unknown> {
  try {
    return (JSON.parse(asText(json)) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
