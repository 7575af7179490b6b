import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { ExportRow, ExportTable } from './exportTable.ts';
import { zipTables } from './zipTables.ts';

const at = new Date('2026-05-04T10:00:00.000Z');
const columns = ['id', 'note', 'score'];
const tableOf = (pages: ExportRow[][], name = 'scores'): ExportTable => ({
  name,
  columns,
  pages: async function* () {
    yield* pages;
  },
});

async function unpack(tables: ExportTable[], format: 'csv' | 'json', withBom = false) {
  const parts: Uint8Array[] = [];
  for await (const part of zipTables(tables, { format, withBom, at })) parts.push(part);
  const files = unzipSync(new Uint8Array(Buffer.concat(parts)));
  return new Map(
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  );
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[=+\-@\t\r][,;"'\n\r =+a-z0-9]*$/),
  fc.constantFrom('"', '""', ',', '\n', '\r\n', "'", '=1+1', '', ' ', '\ufeff', 'Żółć', '👩‍👩‍👧'),
);
const rowOf = fc.record({ id: cell, note: cell, score: fc.option(fc.integer()) });
const pagesOf = fc.array(fc.array(rowOf, { maxLength: 6 }), { maxLength: 4 });
/** As a spreadsheet shows it: what would be a formula is text, with an apostrophe in front. */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

describe('an export', () => {
  it('gives every cell back to whoever reads its CSV, and no formula to a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(pagesOf, fc.boolean(), async (pages, withBom) => {
        const text = (await unpack([tableOf(pages)], 'csv', withBom)).get('scores.csv') ?? '';
        expect(text.startsWith('\ufeff')).toBe(withBom);
        const { data, errors } = Papa.parse<string[]>(withBom ? text.slice(1) : text, {
          delimiter: ',',
          newline: '\r\n',
        });
        expect(errors).toEqual([]);
        const rows = pages
          .flat()
          .map(({ id, note, score }) => [guarded(id), guarded(note), String(score ?? '')]);
        // Each line ends, the last one too.
        expect(data).toEqual([columns, ...rows, ['']]);
      }),
    );
  });

  it('gives every value back to whoever reads its JSON, with empty ones as null', async () => {
    await fc.assert(
      fc.asyncProperty(pagesOf, async (pages) => {
        const text = (await unpack([tableOf(pages)], 'json')).get('scores.json') ?? '';
        expect(JSON.parse(text)).toEqual(pages.flat());
      }),
    );
    const empty = tableOf([[{ id: 'a', note: undefined, score: undefined }]]);
    expect(JSON.parse((await unpack([empty], 'json')).get('scores.json') ?? '')).toEqual([
      { id: 'a', note: null, score: null },
    ]);
  });

  it('reads the next page when somebody wants more, and stops reading when nobody does', async () => {
    let read = 0;
    let isClosed = false;
    const endless: ExportTable = {
      name: 'endless',
      columns,
      pages: async function* () {
        try {
          for (;;) {
            read += 1;
            // What cannot be packed, so that each page leaves something.
            yield Array.from({ length: 200 }, () => ({
              id: crypto.randomUUID(),
              note: crypto.randomUUID(),
              score: read,
            }));
          }
        } finally {
          isClosed = true;
        }
      },
    };
    const parts = zipTables([endless], { format: 'csv', withBom: false, at });
    for (let taken = 0; taken < 40; taken += 1) await parts.next();
    expect(read).toBeLessThan(80);
    await parts.return(undefined);
    expect(isClosed).toBe(true);
  });

  it('breaks off when a table cannot be read', async () => {
    const broken: ExportTable = {
      name: 'broken',
      columns,
      pages: async function* () {
        yield [{ id: 'a', note: '', score: 1 }];
        throw new Error('The database is away.');
      },
    };
    await expect(unpack([tableOf([]), broken], 'csv')).rejects.toThrow('The database is away.');
  });
});
