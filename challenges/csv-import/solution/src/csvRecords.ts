import { StringDecoder } from 'node:string_decoder';

export type CsvRecord = { line: number; fields: string[] };

/** Reads the records of a CSV file that comes in pieces. Keeps no more than the record that it is in. */
export class CsvRecords {
  readonly #decoder = new StringDecoder('utf8');
  #line = 1;
  #record: CsvRecord = { line: 1, fields: [] };
  #field = '';
  #quoted = false;

  /** The records that end in a piece. */
  *read(piece: Uint8Array): Generator<CsvRecord> {
    for (const character of this.#decoder.write(piece)) {
      if (character === '\n') this.#line += 1;
      if (character === '\n' && !this.#quoted) {
        yield* this.#endRecord();
      } else if (character === ',' && !this.#quoted) {
        this.#endField();
      } else {
        // A quote that is written twice closes the field and opens it again at once.
        if (character === '"') this.#quoted = !this.#quoted;
        this.#field += character;
      }
    }
  }

  /** The last record, if no line break ended it. */
  *end(): Generator<CsvRecord> {
    yield* this.#endRecord();
  }

  *#endRecord(): Generator<CsvRecord> {
    this.#field = this.#field.replace(/\r$/, '');
    const empty = this.#field === '' && this.#record.fields.length === 0;
    this.#endField();
    if (!empty) yield this.#record;
    this.#record = { line: this.#line, fields: [] };
  }

  #endField(): void {
    this.#record.fields.push(this.#field.replace(/^"|"$/g, '').replaceAll('""', '"'));
    this.#field = '';
  }
}
