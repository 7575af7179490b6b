/** Globals whose code needs the first ones. */
import './urlBinding.ts';
import { atob, btoa } from 'node:buffer';
import { AbortController, AbortSignal } from 'node:internal/abort_controller';
import { CustomEvent, Event, EventTarget } from 'node:internal/event_target';
import domException from 'node:internal/per_context/domexception';
import { Navigator, navigator } from 'node:internal/navigator';
import { URL, URLSearchParams } from 'node:internal/url';
import * as webStreams from 'node:stream/web';
import { queueMicrotask } from '#time/queueMicrotask.ts';
import { Blob, File } from './Blob.ts';
import { defineGlobals } from './defineGlobals.ts';

const { DOMException } = domException;

const errorKinds = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

function cloneError(error: Error): Error {
  const Kind = Object.hasOwn(errorKinds, error.name)
    ? errorKinds[error.name as keyof typeof errorKinds]
    : Error;
  const copy = new Kind(error.message);
  Object.defineProperty(copy, 'stack', { value: error.stack, writable: true, configurable: true });
  return copy;
}

function structuredClone<T>(value: T): T {
  const seen = new Map<unknown, unknown>();
  const clone = (part: unknown): unknown => {
    if (typeof part === 'function' || typeof part === 'symbol') {
      throw new DOMException(`${String(part)} could not be cloned.`, 'DataCloneError');
    }
    if (typeof part !== 'object' || part === null) return part;
    if (seen.has(part)) return seen.get(part);
    const keep = <C extends object>(copy: C): C => {
      seen.set(part, copy);
      return copy;
    };
    if (part instanceof String || part instanceof Number || part instanceof Boolean)
      return keep(Object(part.valueOf()) as object);
    if (part instanceof Date) return keep(new Date(part.getTime()));
    if (part instanceof RegExp) return keep(new RegExp(part.source, part.flags));
    if (ArrayBuffer.isView(part))
      return keep(Reflect.construct(part.constructor, [part]) as object);
    if (part instanceof ArrayBuffer) return keep(part.slice(0));
    if (part instanceof Error) return keep(cloneError(part));
    if (Array.isArray(part)) {
      const list = keep<unknown[]>([]);
      list.length = part.length;
      for (const [index, item] of Object.entries(part)) list[Number(index)] = clone(item);
      return list;
    }
    if (part instanceof Map) {
      const map = keep(new Map());
      for (const [key, item] of part) map.set(clone(key), clone(item));
      return map;
    }
    if (part instanceof Set) {
      const set = keep(new Set());
      for (const item of part) set.add(clone(item));
      return set;
    }
    const object = keep<Record<string, unknown>>({});
    for (const [key, item] of Object.entries(part)) object[key] = clone(item);
    return object;
  };
  return clone(value) as T;
}

defineGlobals({
  ...webStreams,
  AbortController,
  AbortSignal,
  Blob,
  CustomEvent,
  DOMException,
  Event,
  EventTarget,
  File,
  /** Only its name is asked for, by those who would recognise one. */
  MessagePort: class MessagePort {},
  Navigator,
  URL,
  URLSearchParams,
  atob,
  btoa,
  navigator,
  queueMicrotask,
  structuredClone,
});

Object.defineProperty(globalThis, Symbol.toStringTag, { value: 'global', configurable: true });
