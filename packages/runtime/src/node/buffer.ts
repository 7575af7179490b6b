/** `node:buffer`: the field's polyfill, with the encoding that it lacks. */
import { Buffer as Polyfill } from 'buffer/index.js';

type Codec = (this: unknown, ...args: never[]) => unknown;

const isUrl = (encoding: unknown) =>
  typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';

/** Base64url as base64, and back. */
const toStandard = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/');
const toUrl = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const prototype = Polyfill.prototype as object;

function replace(owner: object, name: string, wrap: (original: Codec) => Codec): void {
  const original = Reflect.get(owner, name) as Codec;
  Object.defineProperty(owner, name, { value: wrap(original), writable: true, configurable: true });
}

replace(
  Polyfill,
  'from',
  (original) =>
    function from(...args: unknown[]): unknown {
      const [text, encoding] = args;
      const given =
        typeof text === 'string' && isUrl(encoding) ? [toStandard(text), 'base64'] : args;
      return Reflect.apply(original, this, given);
    },
);
replace(
  Polyfill,
  'byteLength',
  (original) =>
    function byteLength(...args: unknown[]): unknown {
      return Reflect.apply(original, this, isUrl(args[1]) ? [args[0], 'base64'] : args);
    },
);
replace(
  Polyfill,
  'isEncoding',
  (original) =>
    function isEncoding(...args: unknown[]): unknown {
      return isUrl(args[0]) || Reflect.apply(original, this, args);
    },
);
replace(
  prototype,
  'toString',
  (original) =>
    function toString(...args: unknown[]): unknown {
      if (!isUrl(args[0])) return Reflect.apply(original, this, args);
      return toUrl(String(Reflect.apply(original, this, ['base64', ...args.slice(1)])));
    },
);
replace(
  prototype,
  'write',
  (original) =>
    function write(...args: unknown[]): unknown {
      if (!isUrl(args.at(-1))) return Reflect.apply(original, this, args);
      return Reflect.apply(original, this, [
        toStandard(String(args[0])),
        ...args.slice(1, -1),
        'base64',
      ]);
    },
);

export * from 'buffer/index.js';

/** What V8 allows; a string may have 2^29 - 24 code units. */
export const constants = { MAX_LENGTH: 2 ** 53 - 1, MAX_STRING_LENGTH: 536_870_888 };
