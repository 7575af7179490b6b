/** Globals whose code needs the first ones. */
import './urlBinding.ts';
import { atob, btoa } from 'node:buffer';
import { AbortController, AbortSignal } from 'node:internal/abort_controller';
import { CustomEvent, Event, EventTarget } from 'node:internal/event_target';
import domException from 'node:internal/per_context/domexception';
import { URL, URLSearchParams } from 'node:internal/url';
import { queueMicrotask } from '#time/queueMicrotask.ts';
import { Blob, File } from './Blob.ts';
import { defineGlobals } from './defineGlobals.ts';

const { DOMException } = domException;

function structuredClone<T>(value: T): T {
  const seen = new Map<unknown, unknown>();
  const clone = (part: unknown): unknown => {
    if (typeof part === 'function' || typeof part === 'symbol') {
      throw Object.assign(new Error(`${String(part)} could not be cloned.`), {
        name: 'DataCloneError',
        code: 25,
      });
    }
    if (typeof part !== 'object' || part === null) return part;
    if (seen.has(part)) return seen.get(part);
    const keep = <C extends object>(copy: C): C => {
      seen.set(part, copy);
      return copy;
    };
    if (part instanceof Date) return keep(new Date(part.getTime()));
    if (part instanceof RegExp) return keep(new RegExp(part.source, part.flags));
    if (ArrayBuffer.isView(part))
      return keep(Reflect.construct(part.constructor, [part]) as object);
    if (part instanceof ArrayBuffer) return keep(part.slice(0));
    if (part instanceof Error)
      return keep(Object.assign(new Error(part.message), { name: part.name, stack: part.stack }));
    if (Array.isArray(part)) {
      const list = keep<unknown[]>([]);
      for (const item of part) list.push(clone(item));
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
  AbortController,
  AbortSignal,
  Blob,
  CustomEvent,
  DOMException,
  Event,
  EventTarget,
  File,
  URL,
  URLSearchParams,
  atob,
  btoa,
  queueMicrotask,
  structuredClone,
});
