/** Makes the data folder of an empty PostgreSQL, as a tar file at the path given. */
import { PGlite } from '@electric-sql/pglite';
import { writeDatabase } from './writeDatabase.ts';

const [, , path = ''] = process.argv;
await writeDatabase(await PGlite.create('memory://'), path);
process.exit(0);
