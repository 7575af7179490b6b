import { inspectPostgres, type PostgresFacts } from '@assay/db';
import { checkClock } from './checkClock.ts';
import { explain, type Finding, fails, warns, well } from './Finding.ts';

const oldestVersion = 150_000;
/** Way there and back, ms: an API asks several times for one request. */
const slowMs = 20;
/** Share of the connections that others may have taken. */
const busyShare = 0.8;

/** Looks at the PostgreSQL server of an installation. */
export async function checkPostgres(url: string): Promise<Finding[]> {
  let facts: PostgresFacts;
  try {
    facts = await inspectPostgres(url);
  } catch (error) {
    return [
      fails(
        'database',
        explain(error),
        'Set DATABASE_URL to the address of a PostgreSQL 15 or later that this machine reaches, with a user who may use the database.',
      ),
    ];
  }
  return [
    version(facts),
    schema(facts),
    writable(facts),
    latency(facts),
    connections(facts),
    checkClock('database clock', 'The clock of the database', facts.clockAheadMs),
  ];
}

const version = ({ version: told, versionNumber, encoding }: PostgresFacts): Finding => {
  if (versionNumber < oldestVersion)
    return fails('database', `PostgreSQL ${told} is too old`, 'Use PostgreSQL 15 or later.');
  if (encoding !== 'UTF8')
    return fails(
      'database',
      `The database is encoded as ${encoding}`,
      "Make a database with ENCODING 'UTF8': people write in all scripts.",
    );
  return well('database', `PostgreSQL ${told}`);
};

const schema = ({ schema: found }: PostgresFacts): Finding => {
  if (found === 'new')
    return fails(
      'database schema',
      'A newer version of Assay has used this database',
      'Start that version or a later one. Nothing was changed.',
    );
  if (found === 'old')
    return warns(
      'database schema',
      'The tables are not there yet, or those of an older version',
      'The next start of an API makes them. Back up before an upgrade.',
    );
  return well('database schema', 'The tables are those of this version');
};

const writable = ({ readOnly, durable }: PostgresFacts): Finding => {
  if (readOnly)
    return fails(
      'database writes',
      'The database takes no writes',
      'Point DATABASE_URL at the primary server, and look whether default_transaction_read_only is set.',
    );
  if (!durable)
    return fails(
      'database writes',
      'fsync or synchronous_commit is off: a loss of power loses work that people were told is saved',
      'Set both to on.',
    );
  return well('database writes', 'What is written stays');
};

const latency = ({ latencyMs }: PostgresFacts): Finding => {
  const told = `A query takes ${latencyMs.toFixed(1)} ms`;
  return latencyMs < slowMs
    ? well('database latency', told)
    : warns('database latency', told, 'Run the API near its database.');
};

const connections = ({ connections: { used, max } }: PostgresFacts): Finding => {
  const told = `${used} of ${max} connections are in use`;
  return used < max * busyShare
    ? well('database connections', told)
    : warns(
        'database connections',
        told,
        'Raise max_connections: each API takes up to ten, and one for each queue if that is in PostgreSQL.',
      );
};
