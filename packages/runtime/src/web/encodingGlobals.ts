/** Globals that the URL parser already needs. */
import { Buffer } from 'node:buffer';
import { TextDecoder, TextEncoder } from 'node:internal/encoding';
import { defineGlobals } from './defineGlobals.ts';

defineGlobals({ Buffer, TextDecoder, TextEncoder, global: globalThis, self: globalThis });
