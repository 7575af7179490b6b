import type { LineError } from './contract.ts';

export type Reading = { meterId: string; readOn: string; kwh: number };

/** The reading in the fields of a record, or what is wrong with it. */
export function parseReading(fields: string[]): Reading | LineError['reason'] {
  const [meterId, readOn, kwh] = fields;
  if (meterId === undefined || readOn === undefined || kwh === undefined || fields.length > 3)
    return 'bad_columns';
  if (meterId.length < 1 || meterId.length > 50) return 'bad_meter_id';
  if (!isDay(readOn)) return 'bad_date';
  if (!/^\d+$/.test(kwh) || Number(kwh) > 2_000_000_000) return 'bad_kwh';
  return { meterId, readOn, kwh: Number(kwh) };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
