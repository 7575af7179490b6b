/** A section of a WebAssembly binary: what kind it is, and its content. */
export type Section = { id: number; body: Uint8Array };

/** What a section is about, by its number in the binary. */
export const sectionIds = { custom: 0, memory: 5, data: 11, dataCount: 12 } as const;

export const pageBytes = 65_536;
const headerBytes = 8;

export function readSections(binary: Uint8Array): Section[] {
  const sections: Section[] = [];
  for (let at = headerBytes; at < binary.length;) {
    const size = readNumber(binary, at + 1);
    const end = size.end + size.value;
    sections.push({ id: binary[at] ?? 0, body: binary.subarray(size.end, end) });
    at = end;
  }
  return sections;
}

/** The binary with these sections instead of its own. */
export function withSections(
  binary: Uint8Array,
  sections: readonly Section[],
): Uint8Array<ArrayBuffer> {
  const parts = sections.flatMap(({ id, body }) => [
    Uint8Array.from([id, ...writeNumber(body.length)]),
    body,
  ]);
  return concatenate(binary.subarray(0, headerBytes), ...parts);
}

/**
 * Pages that its memory has at first.
 * @throws {Error} when it does not have exactly one memory of its own.
 */
export function initialPages(sections: readonly Section[]): number {
  const section = sections.find(({ id }) => id === sectionIds.memory);
  if (!section) throw new Error('The engine has no memory of its own.');
  const count = readNumber(section.body, 0);
  if (count.value !== 1) throw new Error('The engine has more than one memory.');
  return readNumber(section.body, count.end + 1).value;
}

/** An unsigned number in LEB128, and where it ends. */
function readNumber(binary: Uint8Array, from: number): { value: number; end: number } {
  let value = 0;
  for (let at = from, shift = 0; ; at += 1, shift += 7) {
    const byte = binary[at] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at + 1 };
  }
}

export function writeNumber(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...writeNumber(Math.floor(value / 0x80))];
}

export function concatenate(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
