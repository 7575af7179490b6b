import { textOfUnits } from '#nodeLibrary/bindings/textOfUnits.ts';

/** Bytes as a string of code units 0 to 255, which crosses isolates cheaply. */
export const toBinary = (bytes: Uint8Array): string => textOfUnits(bytes);

export function fromBinary(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

const ascii = /^[\0-\x7f]*$/;

/** Text as the bytes of its UTF-8; plain ASCII, which most text is, crosses as it is. */
export function textToBinary(text: string): string {
  return ascii.test(text) ? text : toBinary(new TextEncoder().encode(text));
}

export function binaryToText(binary: string): string {
  return ascii.test(binary) ? binary : new TextDecoder().decode(fromBinary(binary));
}
