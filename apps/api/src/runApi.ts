import { fileURLToPath } from 'node:url';
import { loadChallenges } from '@assay/challenges';
import { migrate, openPostgres, readDatabaseTime } from '@assay/db';
import { createQueues } from '@assay/queue';
import { createLogger, createRegistry, startOperations, stopOnSignal } from '@assay/telemetry';
import { createApi } from './createApi.ts';
import { readEnvironment } from './env.ts';
import { watchPool } from '#metrics/watchPool.ts';
import { DatabaseClock } from '#clock/DatabaseClock.ts';
import { readMailSettings } from '#mail/mailSettings.ts';
import { readCallSettings } from '#live/call/callSettings.ts';
import { readSignOnSettings } from '#signOn/signOnSettings.ts';
import { readWebhookSettings } from '#webhooks/webhookSettings.ts';
import { readKnownSolutions } from '#similarity/knownSolutions.ts';

const challengesRoot = fileURLToPath(new URL('../../../challenges', import.meta.url));
const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** How long requests and jobs under way may take to end after a signal, ms. */
const graceMs = 10_000;

/** The API as a process of its own, until SIGTERM or SIGINT: one of several, on PostgreSQL and Redis. */
export async function runApi(): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function start(): Promise<void> {
  const env = readEnvironment();
  const logger = createLogger({ name: 'api', level: env.LOG_LEVEL });
  const registry = createRegistry('api');
  const database = await openPostgres(env.DATABASE_URL);
  await migrate(database.db);
  watchPool(registry, database.pool);
  const clock = await DatabaseClock.start(() => readDatabaseTime(database.db), logger);
  const queues = createQueues(
    { kind: 'redis', url: env.REDIS_URL },
    {
      onError: (error, failure) => {
        logger.error({ err: error, ...failure }, 'The queue reports an error');
      },
    },
  );
  const api = await createApi({
    db: database.db,
    queues,
    logger,
    registry,
    publicUrl: env.ASSAY_URL,
    secret: env.ASSAY_SECRET,
    workerToken: env.ASSAY_WORKER_TOKEN,
    trustProxy: env.ASSAY_TRUST_PROXY,
    redisUrl: env.REDIS_URL,
    now: clock.now,
    webRoot,
    calls: readCallSettings(env),
    mail: readMailSettings(env),
    signOn: readSignOnSettings(env),
    webhooks: readWebhookSettings(env),
    groupQuestions: env.ASSAY_GROUP_QUESTIONS,
    challenges: await loadChallenges(challengesRoot),
    ...(env.ASSAY_KNOWN_SOLUTIONS !== undefined && {
      knownSolutions: await readKnownSolutions(env.ASSAY_KNOWN_SOLUTIONS),
    }),
  });
  const operations = await startOperations('api', env, { registry, readiness: api.readiness });
  await new Promise<void>((resolve, reject) => {
    api.server.once('error', reject).listen(env.PORT, env.HOST, resolve);
  });
  logger.info({ host: env.HOST, port: env.PORT }, 'Serving');
  if (env.ASSAY_DEMO) print('The demo', await api.seedDemo());
  if (env.ASSAY_ADMIN_EMAIL !== undefined) {
    const admin = await api.createFirstAdmin(env.ASSAY_ADMIN_EMAIL);
    if (admin !== undefined) print('The first sign-in', { admin });
  }

  stopOnSignal(logger, {
    graceMs,
    stop: async () => {
      await api.close();
      await queues.close();
      clock.close();
      await database.close();
      await operations.close();
    },
  });
}

/** Links open doors: they are for whoever started the process, and never for the log. */
function print(what: string, links: Record<string, string>): void {
  const lines = Object.entries(links).map(([role, link]) => `  ${role}: ${link}`);
  process.stdout.write([`${what}:`, ...lines, ''].join('\n'));
}
