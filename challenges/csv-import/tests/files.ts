import { createImport, type Report } from 'solution';
import { postgres } from 'world';

export const header = 'meter_id,read_on,kwh\n';

/** Imports a file, in pieces of so many bytes. */
export async function importFile(text: string, pieceBytes = 4096): Promise<Report> {
  const upload = createImport();
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += pieceBytes)
    await upload.write(bytes.slice(at, at + pieceBytes));
  return upload.end();
}

/** Lines of so many meters whose names begin with `name`. */
export function lines(name: string, count: number): string {
  return Array.from({ length: count }, (_, n) => `${name}-${n},2029-12-31,${n}\n`).join('');
}

/** What is in the table for meters whose names begin with `name`: name, day and kWh. */
export async function readings(name: string): Promise<unknown[][]> {
  const rows = await postgres.query(
    `SELECT meter_id, read_on::text AS day, kwh FROM readings
     WHERE starts_with(meter_id, $1) ORDER BY meter_id, read_on`,
    [name],
  );
  return rows.map(({ meter_id: meter, day, kwh }) => [meter, day, kwh]);
}
