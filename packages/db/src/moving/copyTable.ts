import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PGlite } from '@assay/pglite';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Table } from './catalog.ts';

/** About how much is held in memory at a time, bytes. Counters a log of workspaces that is larger than that. */
const partBytes = 16 * 1024 * 1024;

/** Writes the rows of a table into the same, empty table of another PostgreSQL, which computes generated columns anew. */
export async function copyTable(source: PGlite, target: pg.Client, table: Table): Promise<void> {
  const columns = table.written.join();
  const writing = target.query(from(`copy ${table.name} (${columns}) from stdin`));
  await pipeline(Readable.from(readParts(source, table)), writing);
}

/** The rows as PostgreSQL's own text, some pages of the table at a time. */
async function* readParts(source: PGlite, table: Table): AsyncGenerator<Buffer> {
  const step = Math.max(1, Math.floor(partBytes / Math.max(1, table.bytesPerPage)));
  for (let page = 0; page < table.pages; page += step) {
    const rows = `select ${table.written.join()} from ${table.name}
      where ctid >= '(${page},0)' and ctid < '(${page + step},0)'`;
    const { blob } = await source.query(`copy (${rows}) to '/dev/blob'`);
    if (blob === undefined) throw new Error(`${table.name} cannot be read.`);
    yield Buffer.from(await blob.arrayBuffer());
  }
}
