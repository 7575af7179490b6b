import type { Files } from '@assay/contracts/workspace';
import { WinnowFilter } from '@dodona/dolos-core';
import { tokeniseFiles } from '#tokenise/tokenisers.ts';

/**
 * Tokens in a piece, and pieces of which one is kept: by Schleimer, Wilkerson and Aiken (Winnowing, SIGMOD 2003)
 * whatever two works share in a row of `pieceLength + window - 1` tokens or more is found. Seventeen tokens are two
 * or three lines. With shorter pieces independent works share more by chance, with longer ones a copy that was
 * rewritten line by line is lost.
 */
export const pieceLength = 12;
export const pieceWindow = 6;

/** Changes when the same files would give other pieces, so that what is stored is made anew. */
export const fingerprintVersion = 1;

/** What a work is compared by. */
export type Fingerprint = {
  /** Hashes of the work's own pieces, each once. */
  hashes: number[];
  /** How many pieces it has that were given to everybody. */
  given: number;
  /** Files of programs that could not be read, or all in less time than there is. */
  unread: number;
};

/** The pieces of a work but for those that `given` has: the starter, the statement's snippets. */
export function fingerprint(work: Files, given: Files): Fingerprint {
  const ignored = givenHashes(given);
  const { read, unread } = tokeniseFiles(work);
  const filter = new WinnowFilter(pieceLength, pieceWindow);
  const all = new Set(
    read.flatMap(({ tokens }) =>
      filter.fingerprints(tokens.map(({ kind }) => kind)).map(({ hash }) => hash),
    ),
  );
  const own = [...all].filter((hash) => !ignored.has(hash));
  return { hashes: own, given: all.size - own.length, unread };
}

/** All pieces of what was given, not only those that winnowing would keep: beside other code it keeps others. */
export function givenHashes(given: Files): Set<number> {
  const every = new WinnowFilter(pieceLength, 1);
  const hashes = new Set<number>();
  for (const { tokens } of tokeniseFiles(given).read) {
    for (const { hash } of every.fingerprints(tokens.map(({ kind }) => kind))) hashes.add(hash);
  }
  return hashes;
}
