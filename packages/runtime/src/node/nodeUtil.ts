/** `node:util`: Node's own inspect, and the rest that backend code uses. */
import { format, formatWithOptions, inspect } from 'node-inspect-extracted';
import { nextTick } from '#time/timers.ts';
import { unavailable } from './unavailable.ts';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

const custom = Symbol.for('nodejs.util.promisify.custom');

export function promisify(original: AnyFunction & { [custom]?: AnyFunction }): AnyFunction {
  if (original[custom]) return original[custom];
  return function promisified(...args) {
    return new Promise((resolve, reject) => {
      original.call(this, ...args, (error: unknown, value: unknown) =>
        error ? reject(error) : resolve(value),
      );
    });
  };
}
promisify.custom = custom;

export function callbackify(original: (...args: unknown[]) => Promise<unknown>): AnyFunction {
  return function callbackified(...args) {
    const callback = args.pop() as AnyFunction;
    original.apply(this, args).then(
      (value) => nextTick(callback as never, null, value),
      (error: unknown) => nextTick(callback as never, error),
    );
  };
}

export function inherits(child: AnyFunction & { super_?: unknown }, parent: AnyFunction): void {
  child.super_ = parent;
  Object.setPrototypeOf(child.prototype as object, parent.prototype as object);
}

export function deprecate<T>(original: T): T {
  return original;
}

export const debuglog = () => () => {};
export const isDeepStrictEqual = (one: unknown, other: unknown) =>
  inspect(one, { depth: 20 }) === inspect(other, { depth: 20 });
// oxlint-disable-next-line no-control-regex -- escape sequences begin with one
const escapeSequence = /\u001b\[[0-9;]*[A-Za-z]/g;
export const stripVTControlCharacters = (text: string) => text.replace(escapeSequence, '');

const tagged = (tag: string) => (value: unknown) =>
  Object.prototype.toString.call(value) === `[object ${tag}]`;
export const types = {
  isArrayBuffer: tagged('ArrayBuffer'),
  isAsyncFunction: tagged('AsyncFunction'),
  isDate: tagged('Date'),
  isGeneratorFunction: tagged('GeneratorFunction'),
  isMap: tagged('Map'),
  isNativeError: (value: unknown) => value instanceof Error,
  isPromise: tagged('Promise'),
  isProxy: () => false,
  isRegExp: tagged('RegExp'),
  isSet: tagged('Set'),
  isTypedArray: (value: unknown) => ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint8Array: (value: unknown) => value instanceof Uint8Array,
  isWeakMap: tagged('WeakMap'),
  isWeakSet: tagged('WeakSet'),
};

export const { isArray } = Array;
const encoders = {
  get TextEncoder() {
    return globalThis.TextEncoder;
  },
  get TextDecoder() {
    return globalThis.TextDecoder;
  },
};
export { format, formatWithOptions, inspect };

export default unavailable(
  'node:util',
  Object.assign(
    Object.defineProperties({}, Object.getOwnPropertyDescriptors(encoders)) as typeof encoders,
    {
      callbackify,
      debug: debuglog,
      debuglog,
      deprecate,
      format,
      formatWithOptions,
      inherits,
      inspect,
      isArray,
      isDeepStrictEqual,
      promisify,
      stripVTControlCharacters,
      types,
    },
  ),
);
