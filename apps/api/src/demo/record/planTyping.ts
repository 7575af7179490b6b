import type { Files } from '@assay/contracts/workspace';
import type { Chance } from './chance.ts';
import { type LineChange, lineChanges } from './lineChanges.ts';

/** One thing that somebody does in the editor, and what the file holds then. */
export type Keystrokes = {
  path: string;
  text: string;
  /** Since the one before, ms. */
  afterMs: number;
  /** A place where people stop to think. */
  thinks: boolean;
  /** Length of what was pasted. */
  pasted?: number;
};

/** How somebody writes. */
export type Hand = {
  /** Of one letter, ms. */
  letterMs: number;
  /** Share of pieces that go wrong first. */
  typos: number;
  /** Share of longer blocks that are pasted. */
  pastes: number;
};

/** A block of so many letters may come from somewhere else. */
const pasteFrom = 160;
/** What is recorded of a page is no finer than this, letters. */
const pieceLength = 14;

/** What it takes to type one state of the files into another, file by file, as a person would. */
export function planTyping(from: Files, to: Files, hand: Hand, chance: Chance): Keystrokes[] {
  const keys: Keystrokes[] = [];
  for (const path of Object.keys(to)) {
    const [old, wanted] = [from[path], to[path] ?? ''];
    if (old === wanted) continue;
    if (old === undefined) keys.push({ path, text: '', afterMs: 2_500, thinks: true });
    keys.push(...editFile(path, old ?? '', wanted, { hand, chance }));
  }
  return keys;
}

function editFile(
  path: string,
  old: string,
  wanted: string,
  by: { hand: Hand; chance: Chance },
): Keystrokes[] {
  const lines = old.split('\n');
  const keys: Keystrokes[] = [];
  let shift = 0;
  for (const { from, removed, added } of lineChanges(lines, wanted.split('\n'))) {
    const [before, gone, after] = [
      lines.slice(0, from + shift),
      lines.slice(from + shift, from + shift + removed),
      lines.slice(from + shift + removed),
    ];
    const around = { before: join(before, '\n'), after: join(after, '', '\n') };
    keys.push(...typeBlock(path, around, { gone, added }, by));
    lines.splice(from + shift, removed, ...added);
    shift += added.length - removed;
  }
  // Line breaks at the seams may be placed in another way on the way; at the end all is as wanted.
  if (keys.at(-1)?.text !== wanted) keys.push({ path, text: wanted, afterMs: 400, thinks: false });
  return keys;
}

const join = (lines: readonly string[], end: string, start = '') =>
  lines.length === 0 ? '' : start + lines.join('\n') + end;

function typeBlock(
  path: string,
  { before, after }: { before: string; after: string },
  { gone, added }: Pick<LineChange, 'added'> & { gone: string[] },
  { hand, chance }: { hand: Hand; chance: Chance },
): Keystrokes[] {
  const keys: Keystrokes[] = [];
  const put = (block: string, key: Omit<Keystrokes, 'path' | 'text'>) =>
    keys.push({ path, text: before + block + after, ...key });
  if (gone.length > 0)
    keys.push({
      path,
      text: before + (added.length > 0 ? after : after.replace(/^\n/, '')),
      afterMs: chance.between(700, 2_400),
      thinks: true,
    });
  const block = added.join('\n');
  if (block.length >= pasteFrom && chance.next() < hand.pastes) {
    put(block, { afterMs: chance.between(900, 3_000), thinks: true, pasted: block.length });
    return keys;
  }
  let typed = '';
  for (const piece of pieces(block)) {
    const ms = piece.length * hand.letterMs * chance.between(0.6, 1.5);
    const thinks = typed === '' || /\n\s*$/.test(typed);
    if (chance.next() < hand.typos) {
      put(typed + slip(piece), { afterMs: ms, thinks });
      put(typed, { afterMs: chance.between(250, 900), thinks: false });
    }
    typed += piece;
    put(typed, { afterMs: ms, thinks });
  }
  return keys;
}

/** Words with the blanks before them, a few at a time, a line break by itself. */
function pieces(block: string): string[] {
  const found: string[] = [];
  for (const word of block.match(/\n[ ]*|[^\n\s]+[ ]*|[ ]+/g) ?? []) {
    const last = found.at(-1);
    const joins =
      last !== undefined &&
      !last.startsWith('\n') &&
      !word.startsWith('\n') &&
      last.length + word.length <= pieceLength;
    if (joins) found[found.length - 1] = last + word;
    else found.push(word);
  }
  return found;
}

/** A piece whose middle letters changed places. */
function slip(piece: string): string {
  const middle = Math.floor(piece.length / 2);
  return piece.slice(0, middle) + piece.slice(middle + 1) + piece.slice(middle, middle + 1);
}
