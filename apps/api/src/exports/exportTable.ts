import type { Member } from '@assay/contracts/http';
import type { Cell } from '@assay/contracts/report';
import type { Database } from '@assay/db';

/** A row by the names of its columns; every row of a table has all of them, in one order. */
export type ExportRow = Record<string, Cell>;

/** A table of an export: what it is called, and its rows, page by page. */
export type ExportTable = {
  name: string;
  columns: readonly string[];
  pages: () => AsyncIterable<ExportRow[]>;
};

/** What is read, for whom, and as of when. */
export type ExportScope = { db: Database; now: Date; viewer: Member };

/** Which page: what comes after an id. */
type PageOf = { after: string | undefined; limit: number };

/** Rows of one page. */
const pageSize = 500;

/** A table that is read in pages by ids, and of which each record gives rows. */
export function exportTable<Row extends { id: string }>(
  name: string,
  columns: readonly string[],
  read: (page: PageOf) => PromiseLike<Row[]>,
  list: (row: Row) => Cell[][],
  limit = pageSize,
): ExportTable {
  return {
    name,
    columns,
    pages: async function* () {
      for await (const rows of pages(read, limit)) yield named(columns, rows.flatMap(list));
    },
  };
}

/** Reads until a page is not full. */
export async function* pages<Row extends { id: string }>(
  read: (page: PageOf) => PromiseLike<Row[]>,
  limit = pageSize,
): AsyncGenerator<Row[]> {
  for (let after: string | undefined; ;) {
    const rows = await read({ after, limit });
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    after = rows.at(-1)?.id;
  }
}

/** Cells by the names of their columns. */
export const named = (columns: readonly string[], rows: Cell[][]): ExportRow[] =>
  rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
