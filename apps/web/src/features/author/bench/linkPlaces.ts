/** A text in pieces: plain ones, and places in files that there are. */
export type Piece = { text: string; place?: { file: string; line: number } };

const placePattern = /([\w.-]+(?:\/[\w.-]+)*):(\d+)/g;

/** Finds `file:line` in what the publishing gate says, where `paths` has such a file. */
export function linkPlaces(text: string, paths: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(placePattern)) {
    const [whole, file = '', line = '1'] = match;
    if (!paths.includes(file)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: whole, place: { file, line: Number(line) } });
    end = match.index + whole.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end) }] : pieces;
}
