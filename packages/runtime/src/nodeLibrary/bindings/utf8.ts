/** UTF-8 as the Encoding Standard has it: lone surrogates and broken sequences become U+FFFD. */

const replacement = 0xfffd;
/** Code units that String.fromCharCode takes at once, well under the engine's limit of arguments. */
const chunkLength = 4_096;

export function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    if (unit < 0x800) length += 1;
    else {
      length += 2;
      if (isPair(text, index, unit)) index += 1;
    }
  }
  return length;
}

function isPair(text: string, index: number, unit: number): boolean {
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

/** Writes as many whole characters of `text` as fit, and gives the number of bytes. */
export function encodeUtf8Into(target: Uint8Array, text: string): number {
  return encodeCounted(target, text).written;
}

/** Likewise, with the number of code units that were read. */
export function encodeCounted(target: Uint8Array, text: string): { read: number; written: number } {
  let at = 0;
  let index = 0;
  for (; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      if (at >= target.length) break;
      target[at++] = unit;
    } else if (unit < 0x800) {
      if (at + 2 > target.length) break;
      target[at++] = 0xc0 | (unit >> 6);
      target[at++] = 0x80 | (unit & 0x3f);
    } else if (isPair(text, index, unit)) {
      if (at + 4 > target.length) break;
      const point = 0x10000 + ((unit - 0xd800) << 10) + (text.charCodeAt(index + 1) - 0xdc00);
      index += 1;
      target[at++] = 0xf0 | (point >> 18);
      target[at++] = 0x80 | ((point >> 12) & 0x3f);
      target[at++] = 0x80 | ((point >> 6) & 0x3f);
      target[at++] = 0x80 | (point & 0x3f);
    } else {
      if (at + 3 > target.length) break;
      const whole = unit >= 0xd800 && unit <= 0xdfff ? replacement : unit;
      target[at++] = 0xe0 | (whole >> 12);
      target[at++] = 0x80 | ((whole >> 6) & 0x3f);
      target[at++] = 0x80 | (whole & 0x3f);
    }
  }
  return { read: index, written: at };
}

const lengthOf = (lead: number) => {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
};

/** Whether `byte` may come second after `lead`: no overlong forms, no surrogates, nothing above U+10FFFF. */
function mayFollow(lead: number, byte: number): boolean {
  if (lead === 0xe0) return byte >= 0xa0 && byte <= 0xbf;
  if (lead === 0xed) return byte >= 0x80 && byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90 && byte <= 0xbf;
  if (lead === 0xf4) return byte >= 0x80 && byte <= 0x8f;
  return (byte & 0xc0) === 0x80;
}

/** How many bytes from `start` on belong together, and the character that they are, if they are one. */
function readCharacter(bytes: Uint8Array, start: number): { length: number; point?: number } {
  const lead = bytes[start] ?? 0;
  const wanted = lengthOf(lead);
  if (wanted === 0) return { length: 1 };
  let point = wanted === 1 ? lead : lead & (0x7f >> wanted);
  for (let offset = 1; offset < wanted; offset += 1) {
    const byte = bytes[start + offset] ?? 0;
    const fits = offset === 1 ? mayFollow(lead, byte) : (byte & 0xc0) === 0x80;
    if (start + offset >= bytes.length || !fits) return { length: offset };
    point = (point << 6) | (byte & 0x3f);
  }
  return { length: wanted, point };
}

export function isValidUtf8(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length;) {
    if ((bytes[index] ?? 0) < 0x80) index += 1;
    else {
      const { length, point } = readCharacter(bytes, index);
      if (point === undefined) return false;
      index += length;
    }
  }
  return true;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1)
    if ((bytes[index] ?? 0) > 0x7f) return false;
  return true;
}

export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const chunk = bytes.subarray(start, start + chunkLength);
    if (isAscii(chunk)) {
      text += String.fromCharCode.apply(null, chunk as never);
      start += chunk.length;
    } else {
      const units: number[] = [];
      while (start < bytes.length && units.length < chunkLength) {
        const lead = bytes[start] ?? 0;
        if (lead < 0x80) {
          units.push(lead);
          start += 1;
          continue;
        }
        const { length, point = replacement } = readCharacter(bytes, start);
        start += length;
        if (point < 0x10000) units.push(point);
        else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
      }
      text += String.fromCharCode.apply(null, units);
    }
  }
  return text;
}
