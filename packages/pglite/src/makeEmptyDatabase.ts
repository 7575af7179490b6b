/** Makes the data folder of an empty PostgreSQL, as a tar file at the path given. */
import { renameSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const [, , path = ''] = process.argv;
const pglite = await PGlite.create('memory://');
const data = await pglite.dumpDataDir('none');
// Written aside and renamed, so that a process that is killed leaves no half of one.
const unfinished = `${path}.${process.pid}`;
writeFileSync(unfinished, Buffer.from(await data.arrayBuffer()));
renameSync(unfinished, path);
process.exit(0);
