/**
 * Settings of a session that change what a query means, as the tests expect them: statements to send before a query of
 * theirs, in one message with it, so that they end with it. PGlite has one session for all, so that a solution could lead
 * the tests to another schema, or to a temporary table in the place of a real one.
 */
export const settingsOfTests = [
  'search_path = "$user", public, pg_temp',
  'role = none',
  'row_security = off',
  'session_replication_role = origin',
  'default_transaction_read_only = off',
  'statement_timeout = 0',
  "TimeZone = 'UTC'",
  "DateStyle = 'ISO, MDY'",
  'IntervalStyle = postgres',
  'bytea_output = hex',
  'extra_float_digits = 1',
]
  .map((setting) => `SET LOCAL ${setting}`)
  .join(';');
