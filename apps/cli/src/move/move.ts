import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  markMoved,
  moveDatabase,
  type MovedTable,
  requireMigrated,
  requireNotMoved,
} from '@assay/db';
import { explained } from '#installation/explained.ts';
import { openFolder } from '#installation/openFolder.ts';
import { style } from '#terminal/style.ts';

/**
 * Moves a data folder to the PostgreSQL at `url`, says so table by table, and then what the API needs to go on with it.
 * @throws {InstallationProblem} when that cannot be, and then nothing was changed.
 */
export async function move(folder: string, url: string): Promise<void> {
  const { place, tables } = await explained(async () => {
    const { db, pglite, close } = await openFolder(folder);
    try {
      await requireNotMoved(folder);
      await requireMigrated(db);
      const moved = await moveDatabase(pglite, url, (table) =>
        process.stdout.write(presentTable(table)),
      );
      await markMoved(folder, moved.place, new Date());
      return moved;
    } finally {
      await close();
    }
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    [
      '',
      `  All data of ${folder} is in ${place}: ${tables.length} tables, ${number.format(rows)} rows,`,
      '  each table the same there by count and checksum.',
      '',
      '  Start the API on it with the secret of before, and people stay signed in:',
      '',
      '    DATABASE_URL   as now',
      `    ASSAY_SECRET   ${secretOf(folder)}`,
      '    ASSAY_URL      the address that people used, or sessions and the links of mails end',
      '',
      '  docs/deploying.md has the rest. The folder is left as it was, and will not be started again.',
      '',
    ].join('\n'),
  );
}

const number = new Intl.NumberFormat('en');

function presentTable({ name, rows, sum }: MovedTable): string {
  const counted = number.format(rows).padStart(12);
  return `${counted}  ${style('dim', sum.slice(0, 12))}  ${name.replace(/^public\./, '')}\n`;
}

function secretOf(folder: string): string {
  const file = join(folder, 'secret');
  return existsSync(file) ? `"$(cat ${file})"` : 'as npm start was given it';
}
