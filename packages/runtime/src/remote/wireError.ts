import type { WireError, WireNode } from './wire.ts';

/** How much of an error's text crosses, UTF-16 code units. Counters messages of 100 MB. */
const maxTextLength = 8_000;

const builtIn = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

function cut(text: unknown): string {
  const string = typeof text === 'string' ? text : '';
  return string.length > maxTextLength
    ? `${string.slice(0, maxTextLength)}… (${string.length} characters)`
    : string;
}

/** An error as text. Runs in the isolate where it was thrown, on that isolate's CPU budget. */
export function flattenError(error: Error, encode: (value: unknown) => WireNode): WireError {
  return {
    name: cut(error.name),
    message: cut(error.message),
    stack: cut(error.stack),
    properties: Object.entries(error)
      .filter(([key]) => key !== 'name' && key !== 'message' && key !== 'stack')
      .map(([key, value]) => [key, encode(value)]),
  };
}

/** An error of the built-in class that `name` names, or Error, with the text and properties of the original. */
export function rebuildError(wire: WireError, decode: (node: WireNode) => unknown): Error {
  const Class = Object.hasOwn(builtIn, wire.name)
    ? builtIn[wire.name as keyof typeof builtIn]
    : Error;
  const error = new Class(wire.message);
  Object.defineProperty(error, 'name', { value: wire.name, writable: true, configurable: true });
  Object.defineProperty(error, 'stack', { value: wire.stack, writable: true, configurable: true });
  for (const [key, node] of wire.properties) {
    Object.defineProperty(error, key, {
      value: decode(node),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return error;
}

/** Anything that was thrown, as text for people: name, message and stack. */
export function describeThrown(thrown: unknown): { name: string; message: string; stack: string } {
  try {
    if (thrown instanceof Error)
      return { name: cut(thrown.name), message: cut(thrown.message), stack: cut(thrown.stack) };
    return {
      name: 'Error',
      message: cut(`${String(thrown)} was thrown, which is no Error.`),
      stack: '',
    };
  } catch {
    return { name: 'Error', message: 'Something was thrown that cannot be shown.', stack: '' };
  }
}
