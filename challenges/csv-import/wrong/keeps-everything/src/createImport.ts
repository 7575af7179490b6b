import type { Import, LineError } from './contract.ts';
import { type CsvRecord, CsvRecords } from './csvRecords.ts';
import { parseReading, type Reading } from './reading.ts';
import { storeReadings } from './storeReadings.ts';

const batchSize = 100;
const maxErrors = 100;

/** An import of one file. It keeps the record that it is in, one batch, and the first errors. */
export function createImport(): Import {
  const records = new CsvRecords();
  const batch: { line: number; reading: Reading }[] = [];
  let errors: LineError[] = [];
  let stored = 0;
  let failed = 0;

  async function take({ line, fields }: CsvRecord): Promise<void> {
    if (line === 1) return;
    const reading = parseReading(fields);
    if (typeof reading === 'string') return fail([{ line, reason: reading }]);
    batch.push({ line, reading });
  }

  async function storeBatch(): Promise<void> {
    const taken = batch.splice(0, batchSize);
    try {
      await storeReadings(taken.map(({ reading }) => reading));
      stored += taken.length;
    } catch (error) {
      console.error(error);
      fail(taken.map(({ line }) => ({ line, reason: 'not_stored' })));
    }
  }

  /** A batch fails after lines that come later in the file, hence the order by line. */
  function fail(lines: LineError[]): void {
    failed += lines.length;
    errors = [...errors, ...lines].toSorted((a, b) => a.line - b.line).slice(0, maxErrors);
  }

  return {
    async write(piece) {
      for (const record of records.read(piece)) await take(record);
    },
    async end() {
      for (const record of records.end()) await take(record);
      while (batch.length > 0) await storeBatch();
      return { stored, failed, errors };
    },
  };
}
