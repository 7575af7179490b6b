import * as Y from 'yjs';

/**
 * A number that is the same for two copies of a document with the same changes in them, deletions included, and very
 * likely another one otherwise. Not against attackers: it finds out what was lost on the way.
 */
export function digestOf(doc: Y.Doc): number {
  const { sv, ds } = Y.snapshot(doc);
  const byClient = ([a]: [number, unknown], [b]: [number, unknown]) => a - b;
  const numbers = [...sv].sort(byClient).flat();
  for (const [client, deleted] of [...ds.clients].sort(byClient))
    numbers.push(client, ...deleted.flatMap(({ clock, len }) => [clock, len]));
  return hash(numbers);
}

/** FNV-1a, 32 bits. */
function hash(numbers: number[]): number {
  let mixed = 0x81_1c_9d_c5;
  for (const number of numbers) {
    mixed = Math.imul(mixed ^ (number & 0xff_ff), 0x01_00_01_93);
    mixed = Math.imul(mixed ^ (number >>> 16), 0x01_00_01_93);
  }
  return mixed >>> 0;
}
