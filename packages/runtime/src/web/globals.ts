/** Web and Node globals that a bare isolate lacks. Imported before anything that might look for them. */
import '#time/clock.ts';
import '#time/timers.ts';
import './weakReferences.ts';
import { Buffer } from 'node:buffer';
import { TextDecoder, TextEncoder } from './textCoding.ts';

/** Libraries look at its prototype when they load; while a snapshot is built there is none. */
class AbsentSharedArrayBuffer {
  get byteLength(): number {
    return 0;
  }

  get growable(): boolean {
    return false;
  }
}

for (const [name, value] of Object.entries({
  Buffer,
  SharedArrayBuffer: AbsentSharedArrayBuffer,
  TextDecoder,
  TextEncoder,
  global: globalThis,
  self: globalThis,
})) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
