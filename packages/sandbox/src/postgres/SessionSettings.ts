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

/** Whose settings the session has: a solution's own, or while only tests have asked for anything, the expected ones. */
export class SessionSettings {
  readonly #server: Pick<PostgresServer, 'exchange'>;
  #solutions: Record<string, string> | undefined;

  constructor(server: Pick<PostgresServer, 'exchange'>) {
    this.#server = server;
  }

  /** From now on, those of a fresh session. */
  giveToTests(): void {
    if (this.#solutions) return;
    const [before = {}] = queryRows(this.#server, read, []);
    queryRows(this.#server, reset, []);
    this.#solutions = before as Record<string, string>;
  }

  /** From now on, those that the solution has made. */
  giveBack(): void {
    if (!this.#solutions) return;
    try {
      queryRows(this.#server, assign(this.#solutions), []);
    } catch {
      // An error of the tests' has aborted a transaction, which ends with these settings.
    }
    this.#solutions = undefined;
  }
}
