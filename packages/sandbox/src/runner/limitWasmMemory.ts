import {
  initialPages,
  pageBytes,
  readSections,
  sectionIds,
  withSections,
  writeNumber,
} from '@assay/runtime/wasm';

/**
 * The same WebAssembly binary, whose memory cannot grow beyond `maxBytes`: V8 itself refuses, where an isolate's own
 * limit does not count it.
 * @throws {Error} when it does not have exactly one memory of its own.
 */
export function limitWasmMemory(binary: Uint8Array, maxBytes: number): Uint8Array<ArrayBuffer> {
  const sections = readSections(binary);
  const initial = initialPages(sections);
  const most = Math.max(initial, Math.floor(maxBytes / pageBytes));
  const body = Uint8Array.from([1, 1, ...writeNumber(initial), ...writeNumber(most)]);
  return withSections(
    binary,
    sections.map((section) => (section.id === sectionIds.memory ? { ...section, body } : section)),
  );
}

/** What its memory has at first, bytes. */
export function initialMemoryBytes(binary: Uint8Array): number {
  return initialPages(readSections(binary)) * pageBytes;
}
