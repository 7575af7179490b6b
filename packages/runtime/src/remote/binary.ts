/** Bytes a call of String.fromCharCode takes at once, well under the engine's limit of arguments. */
const chunkLength = 8_192;

/** Bytes as a string of code units 0 to 255, which crosses isolates cheaply. */
export function toBinary(bytes: Uint8Array): string {
  let text = '';
  // Not by spreading, which walks the bytes one by one.
  for (let start = 0; start < bytes.length; start += chunkLength) {
    text += String.fromCharCode.apply(null, bytes.subarray(start, start + chunkLength) as never);
  }
  return text;
}

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
