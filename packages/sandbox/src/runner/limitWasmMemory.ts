/** The section of a WebAssembly binary that says how large its memories are, and how large they may become. */
const memorySection = 5;
const pageBytes = 65_536;
const headerBytes = 8;

/**
 * The same WebAssembly binary, whose memory cannot grow beyond `maxBytes`: V8 itself refuses, where an isolate's own
 * limit does not count it.
 * @throws {Error} when it does not have exactly one memory of its own.
 */
export function limitWasmMemory(binary: Uint8Array, maxBytes: number): Uint8Array<ArrayBuffer> {
  for (let at = headerBytes; at < binary.length;) {
    const id = binary[at];
    const size = readNumber(binary, at + 1);
    const end = size.end + size.value;
    if (id === memorySection) {
      const count = readNumber(binary, size.end);
      const initial = readNumber(binary, count.end + 1);
      if (count.value !== 1) throw new Error('The engine has more than one memory.');
      const most = Math.max(initial.value, Math.floor(maxBytes / pageBytes));
      const body = [1, 1, ...writeNumber(initial.value), ...writeNumber(most)];
      return concatenate(
        binary.subarray(0, at),
        Uint8Array.from([memorySection, ...writeNumber(body.length), ...body]),
        binary.subarray(end),
      );
    }
    at = end;
  }
  throw new Error('The engine has no memory of its own.');
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

function writeNumber(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...writeNumber(Math.floor(value / 0x80))];
}

function concatenate(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
