/** Which lines a comment is about, in words. */
export function describeLines({ fromLine, toLine }: { fromLine: number; toLine: number }): string {
  return fromLine === toLine ? `Line ${fromLine}` : `Lines ${fromLine}–${toLine}`;
}
