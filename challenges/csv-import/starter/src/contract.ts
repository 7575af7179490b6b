export type LineError = {
  /** The line of the file on which the record begins, from 1. */
  line: number;
  reason: 'bad_columns' | 'bad_meter_id' | 'bad_date' | 'bad_kwh' | 'not_stored';
};

export type Report = { stored: number; failed: number; errors: LineError[] };

export type Import = {
  /** Takes the next piece of the file. */
  write(piece: Uint8Array): Promise<void>;
  end(): Promise<Report>;
};
