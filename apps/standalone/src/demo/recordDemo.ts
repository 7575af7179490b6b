import { fileURLToPath } from 'node:url';
import { createApi, PlayedClock, recordingFile, writeRecording } from '@assay/api';
import { loadChallenges } from '@assay/challenges';
import { migrate, openPglite } from '@assay/db';
import { createQueues, pglitePool } from '@assay/queue';
import { createJudge } from '@assay/sandbox';
import { startWorker } from '@assay/worker';
import { pino } from 'pino';

const challengesRoot = fileURLToPath(new URL('../../../../challenges', import.meta.url));
const concurrency = 2;

/**
 * `npm run demo:record`: plays the weeks of hiring that the demo shows, on an installation in memory with a real judge,
 * and writes what came of it over the recording that the repository has.
 */
export async function recordDemo(): Promise<void> {
  const logger = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
  const database = await openPglite('memory://');
  await migrate(database.db);
  const queues = createQueues({
    kind: 'postgres',
    pool: pglitePool(database.pglite),
    exclusive: true,
  });
  const judge = await createJudge({ concurrency });
  const clock = new PlayedClock();
  const api = await createApi({
    db: database.db,
    queues,
    logger,
    publicUrl: 'http://localhost',
    secret: 'what is recorded has links of the installation that imports it',
    challenges: await loadChallenges(challengesRoot),
    sandboxProfile: judge.profile,
    now: clock.now,
    heartbeat: false,
  });
  const worker = startWorker({ queues, judge, content: api.content, concurrency, logger });
  await worker.ready();
  try {
    const recording = await api.recordDemo(clock, (line) => process.stdout.write(`  ${line}\n`));
    await writeRecording(recording);
    process.stdout.write(`Written to ${fileURLToPath(recordingFile)}\n`);
  } finally {
    await worker.close();
    await api.close();
    await queues.close();
    await judge.close();
    await database.close();
  }
}
