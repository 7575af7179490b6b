import { join } from 'node:path';
import { createApi } from '@assay/api';
import { loadChallenges } from '@assay/challenges';
import { migrate, openPostgres } from '@assay/db';
import { createQueues } from '@assay/queue';
import { pino } from 'pino';

const challenges = join(import.meta.dirname, '../../../../challenges');

/** Fills the database with the demo, whose links hold wherever the same secret does; gives the candidate's. */
export async function inviteDemoCandidate(env: Record<string, string>): Promise<string> {
  const { DATABASE_URL = '', REDIS_URL = '', ASSAY_URL = '', ASSAY_SECRET = '' } = env;
  const database = await openPostgres(DATABASE_URL);
  await migrate(database.db);
  const queues = createQueues({ kind: 'redis', url: REDIS_URL });
  const api = await createApi({
    db: database.db,
    queues,
    logger: pino({ level: 'error' }),
    publicUrl: ASSAY_URL,
    secret: ASSAY_SECRET,
    challenges: await loadChallenges(challenges),
  });
  const { candidate } = await api.seedDemo();
  await api.close();
  await queues.close();
  await database.close();
  return candidate;
}
