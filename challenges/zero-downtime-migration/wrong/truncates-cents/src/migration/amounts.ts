/**
 * The ways in which old versions have written an amount, as SQL. One place that knows them: the trigger, the
 * backfill and the transition version all ask these functions.
 */
const written = String.raw`'^ *-?\d{1,9}([.,]\d{1,2})? [A-Z]{3} *$'`;

/** Each is one expression, so that PostgreSQL puts it in the place of its call: a backfill asks for every row. */
export const createAmountFunctions = [
  `CREATE OR REPLACE FUNCTION invoice_cents(total text) RETURNS bigint IMMUTABLE LANGUAGE sql AS $$
     SELECT CASE WHEN total ~ ${written}
       THEN trunc(replace(left(rtrim(total), -4), ',', '.')::float8 * 100)::bigint END
   $$`,
  `CREATE OR REPLACE FUNCTION invoice_currency(total text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
     SELECT CASE WHEN total ~ ${written} THEN right(rtrim(total), 3) END
   $$`,
  `CREATE OR REPLACE FUNCTION invoice_total(cents bigint, currency text) RETURNS text
   IMMUTABLE LANGUAGE sql AS $$
     SELECT format('%s%s.%s %s', CASE WHEN cents < 0 THEN '-' END, abs(cents) / 100,
                   lpad((abs(cents) % 100)::text, 2, '0'), currency)
   $$`,
];

export const dropAmountFunctions = [
  'DROP FUNCTION IF EXISTS invoice_cents(text)',
  'DROP FUNCTION IF EXISTS invoice_currency(text)',
  'DROP FUNCTION IF EXISTS invoice_total(bigint, text)',
];
