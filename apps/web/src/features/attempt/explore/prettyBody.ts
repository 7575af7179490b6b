/** A body as it is best read: JSON indented, everything else as it came. */
export function prettyBody(text: string, contentType: string | undefined): string {
  if (!/\bjson\b/i.test(contentType ?? '')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
