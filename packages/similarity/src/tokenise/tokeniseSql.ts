import { LinePlaces } from './LinePlaces.ts';
import { readSql } from './readSql.ts';
import type { Token } from './Token.ts';

/** Tokens of an SQL file. */
export function tokeniseSql(text: string): Token[] {
  const places = new LinePlaces(text);
  return readSql(text).map(({ kind, from, to }) => ({
    kind,
    from: places.of(from),
    to: places.of(to),
  }));
}
