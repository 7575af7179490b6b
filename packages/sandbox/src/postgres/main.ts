/**
 * A PostgreSQL for runs, one after the other. Arguments: the data of an empty database, the folder of PGlite,
 * and the descriptors from which on, and before which, there is a link to a runner for each run.
 * It says on descriptor 3 that it is ready for the next run. The code of PostgreSQL is compiled once and stays
 * hot; the instance (its memory and its files) is a new one for each run.
 */
import { closeSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { dropRights } from '#runner/dropRights.ts';
import { startMs } from '#runner/startMs.ts';
import { Link } from './Link.ts';
import { OwnCode } from './OwnCode.ts';
import { createPostgresHost, lendHost } from './postgresHost.ts';
import { serveRun } from './serveRun.ts';
import { warmPostgres } from './warmPostgres.ts';

const channel = 3;
/** WebAssembly's first eight bytes. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** Rounds of statements after which the engine has compiled well what most challenges use. */
const heatingRounds = 4;
const [, , dataPath = '', pgliteFolder = '', firstLink = '', endOfLinks = ''] = process.argv;

async function main(): Promise<void> {
  const code = new OwnCode();
  const parts = {
    loadDataDir: new Blob([readFileSync(dataPath)]),
    fsBundle: new Blob([readFileSync(join(pgliteFolder, 'pglite.data'))]),
    // PGlite would read it for every instance, to make data that there is already.
    initdbWasmModule: code.compile(emptyModule),
    pgliteWasmModule: code.compile(readFileSync(join(pgliteFolder, 'pglite.wasm'))),
  };
  const createInstance = async (warmUpRounds = 1) => {
    // It keeps what it draws and reads while it starts, so that has to be the same for each run.
    const restore = lendHost(createPostgresHost(() => startMs, 0));
    try {
      const pglite = await PGlite.create(parts);
      await warmPostgres(pglite, warmUpRounds);
      return pglite;
    } finally {
      restore();
    }
  };
  // The first instance serves nobody: in it the code of PostgreSQL is compiled, and gets hot.
  code.seal(await createInstance(heatingRounds));
  dropRights();

  for (let descriptor = Number(firstLink); descriptor < Number(endOfLinks); descriptor += 1) {
    const pglite = await createInstance();
    globalThis.gc?.();
    writeSync(channel, '{"type":"ready"}\n');
    if (!serveRun(new Link(descriptor), pglite)) return;
    closeSync(descriptor);
  }
}

// What PostgreSQL throws is no error of SQL but its end, and that of this process.
void main().catch((error: unknown) => {
  process.stderr.write(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  process.exit(1);
});
