import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './freePort.ts';
import { serverProcess } from './serverProcess.ts';

const run = promisify(execFile);
const debianVersions = '/usr/lib/postgresql';

export type PostgresServer = Awaited<ReturnType<typeof startPostgresServer>>;

/**
 * A PostgreSQL of its own for a test, with its data in a temporary folder. Finds Debian's newest version,
 * else what is on the PATH. PostgreSQL refuses to run as root, so root runs it as the user `postgres`.
 */
export async function startPostgresServer() {
  const bin = await findBinaries();
  const dir = await mkdtemp(join(tmpdir(), 'assay-postgres-'));
  const asRoot = process.getuid?.() === 0;
  const asUser = asRoot
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']
    : [];
  if (asRoot) await run('chown', ['postgres', dir]);
  else await chmod(dir, 0o700);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;

  const prepare = [
    ...asUser,
    join(bin, 'initdb'),
    '-D',
    dir,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--no-sync',
  ];
  await run('env', prepare, { cwd: dir });
  const command = [
    ...asUser,
    join(bin, 'postgres'),
    '-D',
    dir,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    dir,
  ];
  const start = () => serverProcess('env', command, () => ping(url));
  let server = await start();
  return {
    url,
    /** Of its first process; the others are children of that. */
    pid: () => server.pid,
    /** Ends it in the middle of whatever it does; its other processes notice and end, too. */
    kill: async () => server.stop('SIGKILL'),
    /** "Fast" shutdown: ends what is under way. */
    stop: async () => server.stop('SIGINT'),
    /** Starts it anew in the same place; after a kill it recovers by its log first. */
    restart: async () => {
      server = await start();
    },
    close: async () => {
      // "Fast" shutdown: does not wait for clients that are still connected.
      await server.stop('SIGINT');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function findBinaries(): Promise<string> {
  const versions = await readdir(debianVersions).catch(() => []);
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? '' : join(debianVersions, newest, 'bin');
}

async function ping(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end();
  }
}
