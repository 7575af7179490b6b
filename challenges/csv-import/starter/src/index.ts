import type { Import } from './contract.ts';
import { pool } from './database.ts';

export type { Import, LineError, Report } from './contract.ts';

export function createImport(): Import {
  let file = '';
  return {
    async write(piece) {
      file += Buffer.from(piece).toString();
    },
    async end() {
      const [, ...lines] = file.trim().split('\n');
      for (const line of lines)
        await pool.query('INSERT INTO readings VALUES ($1, $2, $3)', line.split(','));
      return { stored: lines.length, failed: 0, errors: [] };
    },
  };
}
