/** Bytes a call of String.fromCharCode takes at once, well under the engine's limit of arguments. */
const chunkLength = 8_192;

/** Bytes as a string of code units 0 to 255, which crosses isolates cheaply. */
export function toBinary(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += chunkLength) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunkLength));
  }
  return text;
}

export function fromBinary(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}
