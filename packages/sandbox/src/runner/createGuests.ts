import { readFileSync } from 'node:fs';
import ivm from 'isolated-vm';
import { GuestIsolate } from './GuestIsolate.ts';
import { GuestSeries } from './GuestSeries.ts';
import { initialMemoryBytes, limitWasmMemory } from './limitWasmMemory.ts';

/** Makes solutions with a heap of so many MB. */
export type CreateGuest = (heapMb: number) => GuestIsolate;

export function readSnapshot(path: string): ivm.ExternalCopy<ArrayBuffer> {
  return new ivm.ExternalCopy(readBuffer(path));
}

/**
 * How solutions are made: in isolates of JavaScript's alone, or with an engine of another language in them.
 * `single` are for one run; those `inSeries` may share an isolate one after the other.
 */
export function createGuests(
  snapshotPath: string,
  engine: readonly string[],
): { single: CreateGuest; inSeries(): CreateGuest } {
  const snapshot = readSnapshot(snapshotPath);
  const [wasmPath, ...others] = engine;
  if (wasmPath === undefined) {
    return {
      single: (heapMb) => new GuestIsolate(new ivm.Isolate({ snapshot, memoryLimit: heapMb })),
      inSeries() {
        const series = new GuestSeries(snapshot);
        return (heapMb) => series.create(heapMb);
      },
    };
  }
  const wasm = new Uint8Array(readBuffer(wasmPath));
  const parts = others.map(readBuffer);
  const create = createWithEngine(snapshot, wasm, parts);
  return { single: create, inSeries: () => create };
}

/** What the JavaScript around an engine may use, MB: its own needs, and what it holds for a program. */
const engineHeapMb = 160;

function createWithEngine(
  snapshot: ivm.ExternalCopy<ArrayBuffer>,
  wasm: Uint8Array,
  parts: readonly ArrayBuffer[],
): CreateGuest {
  // What the engine starts with, in the last part or in the binary itself, is no fault of the program's.
  const startBytes = Math.max(parts.at(-1)?.byteLength ?? 0, initialMemoryBytes(wasm));
  return (heapMb) => {
    const limited = limitWasmMemory(wasm, startBytes + heapMb * 1024 * 1024);
    const isolate = new ivm.Isolate({ snapshot, memoryLimit: engineHeapMb });
    return new GuestIsolate(isolate, [limited.buffer, ...parts]);
  };
}

function readBuffer(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
