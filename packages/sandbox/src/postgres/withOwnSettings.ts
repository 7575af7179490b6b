import { queryRows } from '#runner/queryRows.ts';
import type { PostgresServer } from './PostgresServer.ts';

/**
 * Settings of a session that change what a query means, and their values as the tests expect them. PGlite
 * has one session for all, so that a solution could lead the tests to another schema, or to a temporary
 * table in the place of a real one.
 */
const expected: Record<string, string> = {
  search_path: '"$user", public, pg_temp',
  role: 'none',
  row_security: 'off',
  session_replication_role: 'origin',
  default_transaction_read_only: 'off',
  standard_conforming_strings: 'on',
  statement_timeout: '0',
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
};

const names = Object.keys(expected);
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const assign = (values: Record<string, string>) =>
  `SELECT ${Object.entries(values)
    .map(([name, value]) => `set_config('${name}', ${literal(value)}, false)`)
    .join(', ')}`;
const read = `SELECT ${names.map((name) => `current_setting('${name}') AS "${name}"`).join(', ')}`;
const reset = assign(expected);

/** Runs `query`, one of the tests' own, with the settings of a fresh session. */
export function withOwnSettings<T>(server: PostgresServer, query: () => T): T {
  const [before = {}] = queryRows(server, read, []);
  queryRows(server, reset, []);
  try {
    return query();
  } finally {
    try {
      queryRows(server, assign(before as Record<string, string>), []);
    } catch {
      // Its error has aborted a transaction, which ends with these settings.
    }
  }
}
