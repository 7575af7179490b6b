import { describe, expect, it } from '@jest/globals';
import { limitWasmMemory } from './limitWasmMemory.ts';

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
/** One memory of 1 page at first, exported as `m`. */
const growing = Uint8Array.from([...header, 5, 3, 1, 0, 1, 7, 5, 1, 1, 0x6d, 2, 0]);
const pageBytes = 65_536;

type Memory = { buffer: ArrayBuffer; grow(pages: number): number };
/** Not in the types of the language alone. */
type Wasm = {
  Module: new (binary: Uint8Array) => object;
  Instance: new (module: object) => { exports: { m: Memory } };
};

function memoryOf(binary: Uint8Array): Memory {
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };
  return new wasm.Instance(new wasm.Module(binary)).exports.m;
}

describe('a WebAssembly binary whose memory is limited', () => {
  it('grows to the limit and no further', () => {
    const memory = memoryOf(limitWasmMemory(growing, 200 * pageBytes));
    memory.grow(199);
    expect(memory.buffer.byteLength).toBe(200 * pageBytes);
    expect(() => memory.grow(1)).toThrow(RangeError);
  });

  it('keeps what it needs at first', () => {
    expect(memoryOf(limitWasmMemory(growing, 0)).buffer.byteLength).toBe(pageBytes);
  });

  it('is refused when it has no memory of its own', () => {
    expect(() => limitWasmMemory(Uint8Array.from(header), 1)).toThrow('no memory of its own');
  });
});
