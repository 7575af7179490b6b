import type { Files } from '@assay/contracts/workspace';
import { File, FingerprintIndex, Region, TokenizedFile } from '@dodona/dolos-core';
import { givenHashes, pieceLength, pieceWindow } from '#fingerprint/fingerprint.ts';
import { tokeniseFiles, type TokenisedFile } from '#tokenise/tokenisers.ts';
import type { Place } from '#tokenise/Token.ts';

/** A stretch of one file. */
export type Stretch = { path: string; from: Place; to: Place };

/** A part that two works share, where it is in each. */
export type SharedPart = { left: Stretch; right: Stretch };

/** A piece that a file has more often than this is a pattern of that file, and would be paired with every other. */
const maxRepeats = 6;

/**
 * The parts that two works share, in the order of the left one, without what was given to both and the pieces
 * that are `common` to many.
 */
export function markShared(
  works: { left: Files; right: Files; given: Files },
  common: readonly number[] = [],
): SharedPart[] {
  const index = new FingerprintIndex(pieceLength, pieceWindow);
  const left = tokeniseFiles(works.left).read.map(toDolos);
  const right = tokeniseFiles(works.right).read.map(toDolos);
  index.addIgnoredHashes([...givenHashes(works.given), ...common]);
  const pieces = index.addFiles([...left, ...right]);
  index.addIgnoredHashes(
    [...pieces.values()]
      .filter((piece) =>
        piece.files().some((file) => piece.occurrencesOf(file).length > maxRepeats),
      )
      .map(({ hash }) => hash),
  );
  const parts = left.flatMap((one) =>
    right.flatMap((other) =>
      index
        .getPair(one, other)
        .buildFragments()
        .map(({ leftSelection, rightSelection }) => ({
          left: toStretch(one, leftSelection),
          right: toStretch(other, rightSelection),
        })),
    ),
  );
  return mergeParts(parts.toSorted((a, b) => compareStretches(a.left, b.left)));
}

function toDolos({ path, tokens }: TokenisedFile): TokenizedFile {
  return new TokenizedFile(
    new File(path, ''),
    tokens.map(({ kind }) => kind),
    tokens.map(({ from, to }) => new Region(from.line, from.column, to.line, to.column)),
  );
}

const toStretch = ({ path }: TokenizedFile, region: Region): Stretch => ({
  path,
  from: { line: region.startRow, column: region.startCol },
  to: { line: region.endRow, column: region.endCol },
});

/** Parts that overlap in both works are one: they were two because a few tokens between differ. */
function mergeParts(parts: SharedPart[]): SharedPart[] {
  const merged: SharedPart[] = [];
  for (const part of parts) {
    const before = merged.findIndex(
      ({ left, right }) => overlaps(left, part.left) && overlaps(right, part.right),
    );
    const found = merged[before];
    if (found === undefined) merged.push(part);
    else
      merged[before] = { left: join(found.left, part.left), right: join(found.right, part.right) };
  }
  return merged;
}

const comparePlaces = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

const compareStretches = (a: Stretch, b: Stretch): number =>
  (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || comparePlaces(a.from, b.from);

const overlaps = (a: Stretch, b: Stretch): boolean =>
  a.path === b.path && comparePlaces(a.from, b.to) <= 0 && comparePlaces(b.from, a.to) <= 0;

const join = (a: Stretch, b: Stretch): Stretch => ({
  path: a.path,
  from: comparePlaces(a.from, b.from) <= 0 ? a.from : b.from,
  to: comparePlaces(a.to, b.to) >= 0 ? a.to : b.to,
});
