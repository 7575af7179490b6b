/**
 * How values cross between tests and solution: JSON text of plain nodes. What cannot be copied
 * (functions, class instances, promises) crosses as a number that only its owner can resolve.
 */
export type WireNode =
  | { t: 'undefined' | 'null' | 'hole' }
  | { t: 'boolean'; v: boolean }
  /** Text, because JSON has no NaN, Infinity or -0. */
  | { t: 'number' | 'bigint' | 'string' | 'symbol'; v: string }
  /** Data that JSON carries without loss, as it is: most of what crosses. */
  | { t: 'json'; v: unknown }
  | { t: 'array'; v: WireNode[] }
  | { t: 'object'; v: [string, WireNode][] }
  | { t: 'date'; v: string }
  | { t: 'map'; v: [WireNode, WireNode][] }
  | { t: 'set'; v: WireNode[] }
  /** Bytes as a string of code units 0 to 255. */
  | { t: 'bytes'; v: string; as: 'Uint8Array' | 'ArrayBuffer' | 'Buffer' }
  | { t: 'regexp'; source: string; flags: string }
  | { t: 'error'; error: WireError }
  /** A thing that stays on its owner's side. */
  | { t: 'remote'; id: number; kind: 'function' | 'object' | 'promise'; name: string }
  /** A thing of the receiver's, coming home. */
  | { t: 'own'; id: number };

/** An error, flattened to text on the side where it was thrown. */
export type WireError = {
  name: string;
  message: string;
  stack: string;
  /** Own enumerable properties: `code`, `status`, … */
  properties: [string, WireNode][];
};

/** One call to the other side: reads, writes, calls, constructs, or follows a promise. */
export type WireCall =
  | { op: 'get'; id: number; key: string }
  | { op: 'set'; id: number; key: string; value: WireNode }
  | { op: 'has'; id: number; key: string }
  | { op: 'keys'; id: number }
  | { op: 'apply'; id: number; self: WireNode; args: WireNode[] }
  /** Calls the method `key` of the thing `id`. */
  | { op: 'invoke'; id: number; key: string; args: WireNode[] }
  | { op: 'construct'; id: number; args: WireNode[] }
  | { op: 'follow'; id: number; as: number };

export type WireReply = { ok: true; value: WireNode } | { ok: false; error: WireNode };
