import type { Link } from '#postgres/Link.ts';
import { simpleQuery } from '#postgres/postgresWire.ts';
import { PostgresClient } from './PostgresClient.ts';
import { startMs } from './startMs.ts';

const dropSchemas = `DO $drop$ DECLARE name text; BEGIN
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
  LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP; END $drop$`;

/** The next run finds the PostgreSQL as the first one did. */
export function emptyDatabase(postgres: Link | undefined): void {
  if (!postgres) return;
  const client = new PostgresClient(postgres, {
    seed: 0,
    now: () => startMs,
    nextConnection: () => 0,
    deliver: () => {},
    onQuery: () => {},
    onBroken: () => {},
    onCrash: () => {},
  });
  for (const statement of ['ROLLBACK', 'DISCARD ALL', dropSchemas, 'CREATE SCHEMA public'])
    client.exchange(simpleQuery(statement));
}
