import { DatabaseTooNew, DatabaseTooOld, requireMigrated } from './migrate.ts';
import { openPostgres } from './openPostgres.ts';

/** What can be seen of a PostgreSQL server from here. */
export type PostgresFacts = {
  version: string;
  /** As `server_version_num`: 150004. */
  versionNumber: number;
  /** `current`, or why not. An `old` schema is brought up to date by the next start of an API. */
  schema: 'current' | 'old' | 'new';
  /** Of the quickest of a few queries, ms. */
  latencyMs: number;
  /** How far its clock is ahead of ours, ms. */
  clockAheadMs: number;
  readOnly: boolean;
  encoding: string;
  /** Whether what it says is written survives a loss of power. */
  durable: boolean;
  connections: { used: number; max: number };
};

/** How often the way there and back is measured. */
const measurements = 5;

/**
 * Looks at a server, and changes nothing.
 * @throws {DatabaseUnreachable} one line for the operator, when it cannot be used.
 */
export async function inspectPostgres(databaseUrl: string): Promise<PostgresFacts> {
  const { db, pool, close } = await openPostgres(databaseUrl);
  try {
    const { rows } = await pool.query<{
      version: string;
      number: number;
      read_only: boolean;
      encoding: string;
      durable: boolean;
      used: number;
      max: number;
    }>(`select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number,
      current_setting('transaction_read_only') = 'on' as read_only,
      current_setting('server_encoding') as encoding,
      current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used,
      current_setting('max_connections')::int as max`);
    const [row] = rows;
    if (row === undefined) throw new Error('The database answers nothing.');
    let best = { tookMs: Infinity, aheadMs: 0 };
    for (let n = 0; n < measurements; n += 1) {
      const from = performance.now();
      const sentAt = Date.now();
      const answer = await pool.query<{ at: string }>(
        'select extract(epoch from clock_timestamp()) * 1000 as at',
      );
      const tookMs = performance.now() - from;
      if (tookMs < best.tookMs)
        best = { tookMs, aheadMs: Number(answer.rows[0]?.at) - (sentAt + tookMs / 2) };
    }
    return {
      version: row.version,
      versionNumber: row.number,
      schema: await requireMigrated(db).then(
        () => 'current' as const,
        (error: unknown) => schemaOf(error),
      ),
      latencyMs: best.tookMs,
      clockAheadMs: best.aheadMs,
      readOnly: row.read_only,
      encoding: row.encoding,
      durable: row.durable,
      connections: { used: row.used, max: row.max },
    };
  } finally {
    await close();
  }
}

function schemaOf(error: unknown): 'old' | 'new' {
  if (error instanceof DatabaseTooOld) return 'old';
  if (error instanceof DatabaseTooNew) return 'new';
  throw error;
}
