import { createImport } from 'solution';
import { postgres } from 'world';
import { header, importFile, lines, readings } from './files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

describe('pieces', () => {
  it('may end anywhere, also within a character', async () => {
    const file = `${header}"cut ""Mühlgasse"" 7\r\n🔌",2029-12-31,1\r\ncut ü,2029-12-30,22\r\n\r\ncut 3,bad,3`;
    for (const pieceBytes of [1, 2, 3, 5, 7, 1000]) {
      await postgres.query('DELETE FROM readings');
      expect([pieceBytes, await importFile(file, pieceBytes)]).toEqual([
        pieceBytes,
        { stored: 2, failed: 1, errors: [{ line: 6, reason: 'bad_date' }] },
      ]);
      expect(await readings('cut')).toEqual([
        ['cut "Mühlgasse" 7\r\n🔌', '2029-12-31', 1],
        ['cut ü', '2029-12-30', 22],
      ]);
    }
  });

  it('may be empty, and so may the file', async () => {
    const upload = createImport();
    await upload.write(bytes(''));
    await upload.write(bytes(header));
    await upload.write(bytes(''));
    expect(await upload.end()).toEqual({ stored: 0, failed: 0, errors: [] });
    expect(await createImport().end()).toEqual({ stored: 0, failed: 0, errors: [] });
    expect(postgres.queries).toEqual([]);
  });

  it('of several files do not mix', async () => {
    const [one, other] = [createImport(), createImport()];
    await one.write(bytes(`${header}mix-1,2029-1`));
    await other.write(bytes(`${header}mix-2,2029-1`));
    await one.write(bytes('2-31,1\n'));
    await other.write(bytes('2-30,x\nmix-3,2029-12-31,3'));
    expect(await one.end()).toEqual({ stored: 1, failed: 0, errors: [] });
    expect(await other.end()).toEqual({
      stored: 1,
      failed: 1,
      errors: [{ line: 2, reason: 'bad_kwh' }],
    });
    expect(await readings('mix-')).toEqual([
      ['mix-1', '2029-12-31', 1],
      ['mix-3', '2029-12-31', 3],
    ]);
  });
});

describe('records', () => {
  it('have the number of the line on which they begin', async () => {
    const file = `${header}\n\r\n"a\nb\nc",2029-12-31,x\nno columns\n"q\n",2029-12-31,1\nlast,2029-12-31,`;
    expect(await importFile(file)).toEqual({
      stored: 1,
      failed: 3,
      errors: [
        { line: 4, reason: 'bad_kwh' },
        { line: 7, reason: 'bad_columns' },
        { line: 10, reason: 'bad_kwh' },
      ],
    });
  });

  it('may have quotes around every field, and in them what means something elsewhere', async () => {
    const file = `${header}"quo ,""",2029-12-31,"5"\n"quo """"","2029-12-31",6\n"quo ""x""y",2029-12-30,7\n`;
    expect(await importFile(file)).toMatchObject({ stored: 3 });
    expect(await readings('quo')).toEqual(
      [
        ['quo ""', '2029-12-31', 6],
        ['quo "x"y', '2029-12-30', 7],
        ['quo ,"', '2029-12-31', 5],
      ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  });

  it.each([
    ['bad_columns', ['x', 'x,2029-12-31', 'x,2029-12-31,1,', 'x,2029-12-31,1,2', '""', ',']],
    ['bad_meter_id', [',2029-12-31,1', '"",2029-12-31,1', `${'x'.repeat(51)},2029-12-31,1`, ',,']],
    [
      'bad_date',
      [
        'x,,1',
        'x,2029-02-30,1',
        'x,2029-13-01,1',
        'x,2029-1-1,1',
        'x,31.12.2029,1',
        'x, 2029-12-31,1',
        'x,2029-12-31T00:00:00Z,1',
        'x,x2029-12-31,x',
      ],
    ],
    [
      'bad_kwh',
      ['', '-1', '1.5', ' 1', '1 ', '1e3', '0x1', '2000000001', 'n/a'].map(
        (kwh) => `x,2029-12-31,${kwh}`,
      ),
    ],
  ])('are refused as %s', async (reason, bad) => {
    expect(await importFile(`${header}${bad.join('\n')}\n`)).toEqual({
      stored: 0,
      failed: bad.length,
      errors: bad.map((_, index) => ({ line: index + 2, reason })),
    });
    expect(postgres.queries).toEqual([]);
  });

  it('are good up to the edge of the rules', async () => {
    const long = 'e'.repeat(50);
    const file = `${header}${long},2028-02-29,2000000000\ne,0999-01-01,0\n eee ,2029-12-31,007\n`;
    expect(await importFile(file)).toEqual({ stored: 3, failed: 0, errors: [] });
    expect(await readings(long)).toEqual([[long, '2028-02-29', 2_000_000_000]]);
    expect(await readings(' eee ')).toEqual([[' eee ', '2029-12-31', 7]]);
  });
});

describe('batches', () => {
  it('are stored as soon as they are full, in a statement or few', async () => {
    const upload = createImport();
    await upload.write(
      bytes(header + lines('full', 99) + 'full-bad,x,1\n' + 'full-last,2029-12-31'),
    );
    expect(await readings('full')).toEqual([]);
    await upload.write(bytes(',1\n'));
    expect(await readings('full')).toHaveLength(100);
    await upload.write(bytes(lines('full more', 250)));
    expect(await readings('full')).toHaveLength(300);
    expect(await upload.end()).toMatchObject({ stored: 350, failed: 1 });
    expect(await readings('full')).toHaveLength(350);
    expect(postgres.queries.length).toBeLessThanOrEqual(20);
  });

  it('fail as a whole, and the next one goes on', async () => {
    postgres.fail({ error: 'disk_full', statement: /insert|copy|merge/i, times: 1 });
    const report = await importFile(`${header}whole-x,x,1\n${lines('whole', 150)}`);
    expect(report).toMatchObject({ stored: 50, failed: 101 });
    expect(report.errors).toEqual([
      { line: 2, reason: 'bad_date' },
      ...numbers(3, 99).map((line) => ({ line, reason: 'not_stored' })),
    ]);
    expect(await readings('whole')).toHaveLength(50);
  });

  it('fail as a whole at the end, too', async () => {
    postgres.fail({ error: 'deadlock_detected', statement: /insert|copy|merge/i, times: 1 });
    expect(await importFile(header + lines('end', 3))).toEqual({
      stored: 0,
      failed: 3,
      errors: [2, 3, 4].map((line) => ({ line, reason: 'not_stored' })),
    });
    expect(await readings('end')).toEqual([]);
  });

  it('replace what is there, also what is in the same batch', async () => {
    await importFile(`${header}re-1,2029-12-31,1\nre-2,2029-12-31,1\n`);
    const again = `${header}re-1,2029-12-31,2\nre-1,2029-12-30,9\nre-1,2029-12-31,3\nre-2,2029-12-31,4\n`;
    expect(await importFile(again)).toEqual({ stored: 4, failed: 0, errors: [] });
    expect(await readings('re-')).toEqual([
      ['re-1', '2029-12-30', 9],
      ['re-1', '2029-12-31', 3],
      ['re-2', '2029-12-31', 4],
    ]);
  });
});

describe('the report', () => {
  it('has the first hundred errors by line, and counts all', async () => {
    postgres.fail({ error: 'disk_full', statement: /insert|copy|merge/i, times: 1 });
    const report = await importFile(
      `${header}${lines('rep', 50)}${'bad\n'.repeat(90)}${lines('rep2', 50)}${'bad\n'.repeat(9)}`,
    );
    expect(report).toMatchObject({ stored: 0, failed: 199 });
    expect(report.errors).toEqual([
      ...numbers(2, 50).map((line) => ({ line, reason: 'not_stored' })),
      ...numbers(52, 50).map((line) => ({ line, reason: 'bad_columns' })),
    ]);
  });
});
