import {
  concatenate,
  pageBytes,
  readSections,
  type Section,
  sectionIds,
  withSections,
  writeNumber,
} from './sections.ts';

/** What is looked at as a whole: where all of it is zero, nothing of it is kept. */
const blockBytes = 4_096;

/**
 * The same WebAssembly binary, whose memory begins with this content: what had to happen until it was so has happened.
 * Its variables outside of memory are as compiled, so it has to be at rest.
 * @param memory Whole pages.
 */
export function bakeMemory(binary: Uint8Array, memory: Uint8Array): Uint8Array<ArrayBuffer> {
  const left: readonly number[] = [sectionIds.custom, sectionIds.data, sectionIds.dataCount];
  const sections = readSections(binary)
    .filter(({ id }) => !left.includes(id))
    .map((section) =>
      section.id === sectionIds.memory
        ? {
            ...section,
            body: Uint8Array.from([1, 0, ...writeNumber(memory.length / pageBytes)]),
          }
        : section,
    );
  return withSections(binary, [...sections, dataSection(memory)]);
}

function dataSection(memory: Uint8Array): Section {
  const runs = usedRuns(memory);
  const segments = runs.flatMap(([start, end]) => [
    // Written when the instance is made, at a constant: `i32.const start; end`.
    Uint8Array.from([0, 0x41, ...writeSigned(start), 0x0b, ...writeNumber(end - start)]),
    memory.subarray(start, end),
  ]);
  return {
    id: sectionIds.data,
    body: concatenate(Uint8Array.from(writeNumber(runs.length)), ...segments),
  };
}

/** From where to where something is written. */
function usedRuns(memory: Uint8Array): [start: number, end: number][] {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / 8);
  const runs: [number, number][] = [];
  for (let start = 0; start < memory.length; start += blockBytes) {
    const end = start + blockBytes;
    if (words.subarray(start / 8, end / 8).every((word) => word === 0n)) continue;
    const last = runs.at(-1);
    if (last?.[1] === start) last[1] = end;
    else runs.push([start, end]);
  }
  return runs;
}

/** A number from 0 to 2^31 - 1 in signed LEB128. */
function writeSigned(value: number): number[] {
  return value < 0x40 ? [value] : [(value % 0x80) | 0x80, ...writeSigned(Math.floor(value / 0x80))];
}
