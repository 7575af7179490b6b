import pgTypes from 'pg-types';
import { readMessages, simpleQuery } from '#postgres/postgresWire.ts';

/**
 * A query of the tests' own, outside of what is counted. Numbers, booleans, dates and JSON come back as
 * `pg` gives them to a program.
 * @throws {Error} with PostgreSQL's message.
 */
export function queryRows(
  postgres: { exchange(message: Uint8Array): Buffer },
  text: string,
  parameters: unknown[],
): Record<string, unknown>[] {
  const reply = postgres.exchange(simpleQuery(bind(text, parameters)));
  let columns: { name: string; type: number }[] = [];
  const rows: Record<string, unknown>[] = [];
  for (const message of readMessages(reply).messages) {
    const type = String.fromCharCode(message[0] ?? 0);
    if (type === 'E') throw new Error(errorText(message));
    if (type === 'T') columns = readColumns(message);
    if (type === 'D') rows.push(readRow(message, columns));
  }
  return rows;
}

/** Puts literals in the place of $1, $2, …; the text is the challenge author's own. */
function bind(text: string, parameters: unknown[]): string {
  return text.replace(/\$(\d+)/g, (placeholder, position: string) =>
    Number(position) > parameters.length ? placeholder : literal(parameters[Number(position) - 1]),
  );
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const string = typeof value === 'string' ? value : JSON.stringify(value);
  const quoted = `'${string.replaceAll("'", "''")}'`;
  // Written so that a backslash means itself, whatever standard_conforming_strings is.
  return string.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

function readColumns(message: Buffer): { name: string; type: number }[] {
  const columns: { name: string; type: number }[] = [];
  let offset = 7;
  for (let count = message.readInt16BE(5); count > 0; count -= 1) {
    const end = message.indexOf(0, offset);
    columns.push({
      name: message.subarray(offset, end).toString(),
      type: message.readInt32BE(end + 7),
    });
    offset = end + 19;
  }
  return columns;
}

function readRow(
  message: Buffer,
  columns: { name: string; type: number }[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let offset = 7;
  for (const { name, type } of columns) {
    const length = message.readInt32BE(offset);
    offset += 4;
    if (length < 0) row[name] = null;
    else {
      const parse = pgTypes.getTypeParser(type) as (text: string) => unknown;
      row[name] = parse(message.subarray(offset, offset + length).toString());
      offset += length;
    }
  }
  return row;
}

function errorText(message: Buffer): string {
  const fields = message.subarray(5).toString().split('\0');
  return fields.find((field) => field.startsWith('M'))?.slice(1) ?? 'unknown error';
}
