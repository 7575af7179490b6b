import { createImport } from 'solution';
import { header, importFile, lines, readings } from './files.ts';

it('stores readings', async () => {
  const report = await importFile(`${header}P-1,2029-12-31,15020\n"P-2, attic",2029-12-31,88\n`);
  expect(report).toEqual({ stored: 2, failed: 0, errors: [] });
  expect(await readings('P-')).toEqual([
    ['P-1', '2029-12-31', 15020],
    ['P-2, attic', '2029-12-31', 88],
  ]);
});

it('says which lines are wrong, and stores the others', async () => {
  const report = await importFile(`${header}Q-1,2029-12-31,n/a\nQ-2,2029-12-31,7\nQ-3,x,7\n`);
  expect(report).toEqual({
    stored: 1,
    failed: 2,
    errors: [
      { line: 2, reason: 'bad_kwh' },
      { line: 4, reason: 'bad_date' },
    ],
  });
  expect(await readings('Q-')).toHaveLength(1);
});

it('stores a batch as soon as it is full', async () => {
  const upload = createImport();
  await upload.write(new TextEncoder().encode(header + lines('R', 150)));
  expect(await readings('R-')).toHaveLength(100);
  expect(await upload.end()).toMatchObject({ stored: 150 });
  expect(await readings('R-')).toHaveLength(150);
});
