import type { ExportFormat } from '@assay/contracts/http';
import { csvLine } from '@assay/contracts/report';
import { Zip, ZipDeflate } from 'fflate';
import type { ExportTable } from './exportTable.ts';

/** By which spreadsheets know UTF-8. */
const bom = '\ufeff';

/** Tables as a ZIP with a file for each, page by page: no more than a page and what is packed of it is in memory. */
export async function* zipTables(
  tables: readonly ExportTable[],
  { format, withBom, at }: { format: ExportFormat; withBom: boolean; at: Date },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const packed: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, part) => {
    if (error) failure = error;
    else packed.push(part);
  });
  function* take(): Generator<Uint8Array<ArrayBuffer>> {
    if (failure) throw failure;
    for (const part of packed.splice(0)) yield new Uint8Array(part);
  }
  const encoder = new TextEncoder();
  for (const { name, columns, pages } of tables) {
    const file = new ZipDeflate(`${name}.${format}`, { level: 6 });
    file.mtime = at;
    zip.add(file);
    const write = (text: string) => file.push(encoder.encode(text));
    write(format === 'csv' ? (withBom ? bom : '') + csvLine(columns) : '[');
    let isFirst = true;
    for await (const rows of pages()) {
      if (format === 'csv')
        write(rows.map((row) => csvLine(columns.map((column) => row[column]))).join(''));
      else if (rows.length > 0) {
        const lines = rows.map((row) => JSON.stringify(row, (_key, cell: unknown) => cell ?? null));
        write(`${isFirst ? '\n' : ',\n'}${lines.join(',\n')}`);
        isFirst = false;
      }
      yield* take();
    }
    file.push(encoder.encode(format === 'csv' ? '' : '\n]\n'), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
