import { setImmediate } from 'node:timers/promises';
import type { openPglite } from '@assay/db';

type Pglite = Awaited<ReturnType<typeof openPglite>>['pglite'];

/** Looks for a text in every row of every table that is not PostgreSQL's own. */
export async function findText(pglite: Pglite, text: string): Promise<string[]> {
  const { rows: tables } = await pglite.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    // The database answers without giving others a turn. Connections that were idle for long would end unnoticed.
    await setImmediate();
    const { rows } = await pglite.query(
      `select 1 from ${name} as line
        where strpos(lower(line::text), lower($1)) > 0
          or strpos(line::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0
        limit 1`,
      [text],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
