import type { openPglite } from '@assay/db';

type Pglite = Awaited<ReturnType<typeof openPglite>>['pglite'];

/** How many rows there are of everything that is ours, by table. */
export async function countRows(pglite: Pglite): Promise<Record<string, number>> {
  const { rows } = await pglite.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const counted = await pglite.query<{ count: number }>(
      `select count(*)::int as count from "${name}"`,
    );
    counts[name] = counted.rows[0]?.count ?? 0;
  }
  return counts;
}
