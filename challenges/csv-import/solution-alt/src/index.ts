import { StringDecoder } from 'node:string_decoder';
import type { Import, LineError, Report } from './contract.ts';
import { pool } from './database.ts';

export type { Import, LineError, Report } from './contract.ts';

const real = (day: string) => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (!Number(year) || !Number(month) || Number(month) > 12) return false;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return Number(date) >= 1 && Number(date) <= Number(days);
};

function problem(fields: string[]): LineError['reason'] | undefined {
  const [meter = '', day = '', kwh = ''] = fields;
  if (fields.length !== 3) return 'bad_columns';
  if (meter === '' || meter.length > 50) return 'bad_meter_id';
  if (!real(day)) return 'bad_date';
  if (!/^[0-9]+$/.test(kwh) || BigInt(kwh) > 2_000_000_000n) return 'bad_kwh';
  return undefined;
}

/** Another style: complete records are cut off the text that has arrived, by a pattern for a whole record. */
class Upload implements Import {
  #decoder = new StringDecoder();
  #text = '';
  #line = 1;
  #rows: { line: number; fields: string[] }[] = [];
  #report: Report = { stored: 0, failed: 0, errors: [] };

  async write(piece: Uint8Array): Promise<void> {
    this.#text += this.#decoder.write(Buffer.from(piece));
    await this.#cut();
  }

  async end(): Promise<Report> {
    this.#text += '\n';
    await this.#cut();
    await this.#flush();
    return this.#report;
  }

  async #cut(): Promise<void> {
    const whole = /((?:[^"\n]|"[^"]*")*?)\r?\n/y;
    let from = 0;
    for (let match = whole.exec(this.#text); match; match = whole.exec(this.#text)) {
      from = whole.lastIndex;
      const line = this.#line;
      this.#line += match[0].split('\n').length - 1;
      if (line > 1 && match[1]) await this.#row(line, match[1]);
    }
    this.#text = this.#text.slice(from);
  }

  async #row(line: number, record: string): Promise<void> {
    const fields = [...`,${record}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    );
    const reason = problem(fields);
    if (reason) this.#fail({ line, reason });
    else this.#rows.push({ line, fields });
    if (this.#rows.length === 100) await this.#flush();
  }

  #fail(error: LineError): void {
    const { errors } = this.#report;
    this.#report.failed += 1;
    errors.push(error);
    errors.sort((a, b) => a.line - b.line);
    errors.length = Math.min(errors.length, 100);
  }

  async #flush(): Promise<void> {
    const rows = this.#rows.splice(0);
    if (rows.length === 0) return;
    try {
      await pool.query(
        `INSERT INTO readings
         SELECT DISTINCT ON (meter, day) meter, day, kwh
         FROM unnest($1::text[], $2::date[], $3::int[]) WITH ORDINALITY AS row (meter, day, kwh, n)
         ORDER BY meter, day, n DESC
         ON CONFLICT (meter_id, read_on) DO UPDATE SET kwh = excluded.kwh`,
        [0, 1, 2].map((column) => rows.map(({ fields }) => fields[column])),
      );
      this.#report.stored += rows.length;
    } catch {
      for (const { line } of rows) this.#fail({ line, reason: 'not_stored' });
    }
  }
}

export const createImport = (): Import => new Upload();
