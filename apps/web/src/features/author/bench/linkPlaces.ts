import { findTest } from './findTest.ts';
import { findWrong } from './findWrong.ts';

export type Place = { file: string; line: number };
/** A text in pieces: plain ones, and what leads somewhere. */
export type Piece = { text: string; place?: Place };
/** The files that a text speaks of, as they are now. */
export type LinkedFiles = { readonly paths: readonly string[]; textOf(path: string): string };

/** `file:line`, a wrong solution by its folder, or a test by its full name in quotation marks. */
const pattern =
  /(?<file>[\w.-]+(?:\/[\w.-]+)*):(?<line>\d+)|\bwrong\/(?<wrong>[a-z0-9-]+)(?![\w/.-])|(?<=“)(?<test>[^”]+)(?=”)/g;

/** Finds the places that the publishing gate names, where `files` has them. */
export function linkPlaces(text: string, files: LinkedFiles): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const place = placeOf(match.groups ?? {}, files);
    if (place === undefined) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: match[0], place });
    end = match.index + match[0].length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end) }] : pieces;
}

function placeOf(
  { file, line, wrong, test }: Partial<Record<string, string>>,
  files: LinkedFiles,
): Place | undefined {
  if (wrong !== undefined) return findWrong(files, wrong);
  if (test !== undefined) return findTest(files, test);
  if (file === undefined || !files.paths.includes(file)) return undefined;
  return { file, line: Number(line) };
}
