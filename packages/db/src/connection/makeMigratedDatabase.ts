/** Makes the data folder of a PostgreSQL that has had all migrations, as a tar file at the path given. */
import { writeDatabase } from '@assay/pglite';
import { migrate } from './migrate.ts';
import { openPglite } from './openPglite.ts';

const [, , path = ''] = process.argv;
const { db, pglite } = await openPglite('memory://');
await migrate(db);
await writeDatabase(pglite, path);
process.exit(0);
