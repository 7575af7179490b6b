import { toBinary } from './binary.ts';
import type { WireNode } from './wire.ts';
import { flattenError } from './wireError.ts';

/** How deep data may be nested. Counters stack overflow in whoever decodes it. */
const maxDepth = 200;
/** How many nodes one message may have. Counters returns of a million objects. */
const maxNodes = 100_000;

export type ReferenceKind = 'function' | 'object' | 'promise';

/**
 * A value as plain nodes. What cannot be copied is handed to `refer`; so is anything that `isForeign` says
 * belongs to the other side.
 * @throws {TypeError} for data that contains itself, {RangeError} for data too deep or too large.
 */
export function encodeWire(
  value: unknown,
  refer: (value: object, kind: ReferenceKind) => WireNode,
  isForeign: (value: object) => boolean,
): WireNode {
  const above = new Set<object>();
  let nodes = 0;

  function encode(part: unknown): WireNode {
    nodes += 1;
    if (nodes > maxNodes)
      throw new RangeError(`A value with more than ${maxNodes} parts cannot cross.`);
    switch (typeof part) {
      case 'undefined':
        return { t: 'undefined' };
      case 'boolean':
        return { t: 'boolean', v: part };
      case 'number':
        return { t: 'number', v: Object.is(part, -0) ? '-0' : String(part) };
      case 'bigint':
        return { t: 'bigint', v: String(part) };
      case 'string':
        return { t: 'string', v: part };
      case 'symbol':
        return { t: 'symbol', v: part.description ?? '' };
      case 'function':
        return refer(part, 'function');
      case 'object':
        return part === null ? { t: 'null' } : encodeBelow(part);
    }
  }

  function encodeBelow(part: object): WireNode {
    if (above.size >= maxDepth)
      throw new RangeError(`A value nested more than ${maxDepth} deep cannot cross.`);
    if (above.has(part)) throw new TypeError('A value that contains itself cannot cross.');
    above.add(part);
    const node = encodeObject(part);
    above.delete(part);
    return node;
  }

  /** Whether JSON carries `part` without loss, within the same bounds. */
  function isJson(part: unknown, depth: number): boolean {
    nodes += 1;
    if (nodes > maxNodes || depth > maxDepth) return false;
    if (typeof part === 'string' || typeof part === 'boolean' || part === null) return true;
    if (typeof part === 'number') return Number.isFinite(part) && !Object.is(part, -0);
    if (typeof part !== 'object' || isForeign(part)) return false;
    if (Array.isArray(part)) {
      for (let index = 0; index < part.length; index += 1) {
        if (!(index in part) || !isJson(part[index], depth + 1)) return false;
      }
      return true;
    }
    if (Object.getPrototypeOf(part) !== Object.prototype) return false;
    return Object.keys(part).every((key) =>
      isJson((part as Record<string, unknown>)[key], depth + 1),
    );
  }

  function encodeObject(part: object): WireNode {
    if (isForeign(part)) return refer(part, 'object');
    if (Array.isArray(part)) {
      return {
        t: 'array',
        v: Array.from(part, (item: unknown, index) =>
          index in part ? encode(item) : { t: 'hole' },
        ),
      };
    }
    if (part instanceof Date) return { t: 'date', v: String(part.getTime()) };
    if (part instanceof RegExp) return { t: 'regexp', source: part.source, flags: part.flags };
    if (part instanceof Map)
      return { t: 'map', v: [...part].map(([key, item]) => [encode(key), encode(item)]) };
    if (part instanceof Set) return { t: 'set', v: [...part].map(encode) };
    if (part instanceof Error) return { t: 'error', error: flattenError(part, encode) };
    if (part instanceof Promise) {
      // Its rejection is the other side's to handle, which follows it in a later turn.
      part.catch(() => {});
      return refer(part, 'promise');
    }
    if (part instanceof Uint8Array) {
      return { t: 'bytes', v: toBinary(part), as: Buffer.isBuffer(part) ? 'Buffer' : 'Uint8Array' };
    }
    if (part instanceof ArrayBuffer)
      return { t: 'bytes', v: toBinary(new Uint8Array(part)), as: 'ArrayBuffer' };
    const prototype: unknown = Object.getPrototypeOf(part);
    if (prototype !== Object.prototype && prototype !== null) return refer(part, 'object');
    return { t: 'object', v: Object.entries(part).map(([key, item]) => [key, encode(item)]) };
  }

  if (isJson(value, 0)) return { t: 'json', v: value };
  nodes = 0;
  return encode(value);
}
