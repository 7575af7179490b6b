import { fromBinary } from './binary.ts';
import { matcherHooks } from './matcherHooks.ts';
import type { WireNode } from './wire.ts';
import { rebuildError } from './wireError.ts';

type Reference = Extract<WireNode, { t: 'remote' | 'own' }>;

/** The value that nodes stand for; references are resolved by `resolve`. */
export function decodeWire(node: WireNode, resolve: (reference: Reference) => unknown): unknown {
  const decode = (part: WireNode): unknown => decodeWire(part, resolve);
  switch (node.t) {
    case 'undefined':
    case 'hole':
      return undefined;
    case 'null':
      return null;
    case 'boolean':
    case 'json':
    case 'string':
      return node.v;
    case 'number':
      return Number(node.v);
    case 'bigint':
      return BigInt(node.v);
    case 'symbol':
      return Symbol(node.v);
    case 'array': {
      const list: unknown[] = [];
      list.length = node.v.length;
      node.v.forEach((part, index) => {
        if (part.t !== 'hole') list[index] = decode(part);
      });
      return list;
    }
    case 'object':
      return fromEntries(
        node.v.filter(([key]) => !matcherHooks.has(key)).map(([key, part]) => [key, decode(part)]),
      );
    case 'date':
      return new Date(Number(node.v));
    case 'regexp':
      return new RegExp(node.source, node.flags);
    case 'map':
      return new Map(node.v.map(([key, part]) => [decode(key), decode(part)]));
    case 'set':
      return new Set(node.v.map(decode));
    case 'bytes': {
      const bytes = fromBinary(node.v);
      if (node.as === 'ArrayBuffer') return bytes.buffer;
      return node.as === 'Buffer' ? Buffer.from(bytes) : bytes;
    }
    case 'error':
      return rebuildError(node.error, decode);
    case 'own':
    case 'remote':
      return resolve(node);
  }
}

/** Like Object.fromEntries, but `__proto__` is a key as any other. */
function fromEntries(entries: [string, unknown][]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    Object.defineProperty(object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return object;
}
