export type Header = { name: string; value: string };

/** Headers as people write them, one `Name: value` a line; or which line is none. */
export function parseHeaders(
  text: string,
): { ok: true; headers: Header[] } | { ok: false; message: string } {
  const headers: Header[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim();
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
      return { ok: false, message: `Line ${index + 1} is not "Name: value".` };
    headers.push({ name, value: line.slice(colon + 1).trim() });
  }
  return { ok: true, headers };
}
