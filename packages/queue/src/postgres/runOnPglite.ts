import type { PGlite, Transaction } from '@assay/pglite';
import type { PgQueryResult } from 'bullmq';

/** Runs `text` as node-postgres would: several statements are allowed when there are no parameters. */
export async function runOnPglite<R>(
  target: Pick<PGlite | Transaction, 'exec' | 'query'>,
  text: string,
  params?: readonly unknown[],
): Promise<PgQueryResult<R>> {
  if (params === undefined) {
    const last = (await target.exec(text)).at(-1);
    // PGlite types rows of `exec` as plain objects; what they hold is the caller's statement's business.
    return { rows: (last?.rows ?? []) as R[], rowCount: last?.affectedRows ?? 0 };
  }
  const { rows, affectedRows } = await target.query<R>(text, [...params]);
  return { rows, rowCount: affectedRows ?? rows.length };
}
