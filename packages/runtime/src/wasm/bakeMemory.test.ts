import { describe, expect, it } from '@jest/globals';
import { bakeMemory } from './bakeMemory.ts';

const pageBytes = 65_536;
/** Sections by their numbers, so that each can be left out: a memory of 1 page at first, exported as `m`. */
const binary = Uint8Array.from(
  [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // Something of a tool's, which has no meaning for V8.
    [0, 3, 1, 0x78, 7],
    [5, 3, 1, 0, 1],
    [7, 5, 1, 1, 0x6d, 2, 0],
    // `hi` at 16.
    [11, 8, 1, 0, 0x41, 16, 0x0b, 2, 0x68, 0x69],
  ].flat(),
);

type Memory = { buffer: ArrayBuffer };
/** Not in the types of the language alone. */
type Wasm = {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: { m: Memory } };
};

function contentOf(bytes: Uint8Array): Uint8Array {
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };
  return new Uint8Array(new wasm.Instance(new wasm.Module(bytes)).exports.m.buffer);
}

describe('a WebAssembly binary with a memory of its own', () => {
  it('begins with that memory, and with nothing of what it had', () => {
    const memory = new Uint8Array(3 * pageBytes);
    memory.set([1, 2, 3], 4_094);
    memory.set([4], 100_000);
    memory.set([5], memory.length - 1);
    expect(contentOf(binary).subarray(16, 18)).toEqual(Uint8Array.from([0x68, 0x69]));
    expect(contentOf(bakeMemory(binary, memory))).toEqual(memory);
  });

  it('does not hold what is zero', () => {
    const memory = new Uint8Array(100 * pageBytes);
    memory.set([1], 5_000_000);
    expect(bakeMemory(binary, memory).length).toBeLessThan(5_000);
  });
});
