import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  createApi,
  type DemoLinks,
  readCallSettings,
  readKnownSolutions,
  readMailSettings,
  readSignOnSettings,
  readWebhookSettings,
} from '@assay/api';
import { loadChallenges } from '@assay/challenges';
import {
  backUpFolder,
  DatabaseTooNew,
  DataFolderProblem,
  lockDataFolder,
  migrate,
  openDatabase,
  requireNotMoved,
  serveBackups,
} from '@assay/db';
import { createQueues, pglitePool } from '@assay/queue';
import { createJudge, type Judge, judgeOptions, ProfileUnavailable } from '@assay/sandbox';
import { createRegistry, startOperations } from '@assay/telemetry';
import { startWorker } from '@assay/worker';
import type { Logger } from 'pino';
import { openDataFolder } from '#dataFolder/openDataFolder.ts';
import { readSecret } from '#dataFolder/readSecret.ts';
import type { Environment } from '#env.ts';
import { StartProblem } from '#StartProblem.ts';
import { Closing } from './Closing.ts';
import { findPort, portProblem } from './findPort.ts';

const webRoot = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const challengesRoot = fileURLToPath(new URL('../../../../challenges', import.meta.url));

/** Submissions judged at the same time: one core is left to the API, unless there are only two. */
const concurrency = Math.max(2, availableParallelism() - 1);

export type Standalone = {
  url: string;
  dataFolder: string;
  demo: DemoLinks | undefined;
  firstAdmin: string | undefined;
  /** How runners are kept from the machine, and why not better where they could be. */
  sandbox: { profile: Judge['profile']; weakerBecause: string | undefined };
  close(): Promise<void>;
};

/**
 * Starts API, worker and embedded PostgreSQL in this process. What was started is closed again when a
 * later step fails. Throws a `StartProblem` for what whoever starts it can mend.
 */
export async function startStandalone(env: Environment, logger: Logger): Promise<Standalone> {
  const closing = new Closing();
  try {
    return await start(env, logger, closing);
  } catch (error) {
    await closing.close().catch((after: unknown) => {
      logger.error({ err: after }, 'What had started could not all be closed');
    });
    const mendable = [DatabaseTooNew, DataFolderProblem, ProfileUnavailable];
    throw error instanceof Error && mendable.some((kind) => error instanceof kind)
      ? new StartProblem(error.message, { cause: error })
      : error;
  }
}

async function start(env: Environment, logger: Logger, closing: Closing): Promise<Standalone> {
  const dataFolder = await openDataFolder(env.ASSAY_DATA_DIR);
  const lock = await lockDataFolder(dataFolder);
  closing.add(() => lock.release());
  await requireNotMoved(dataFolder);
  const port = await findPort(env.HOST, env.PORT);
  const url = env.ASSAY_URL ?? `http://${hostInLinks(env.HOST)}:${port}`;
  const secret = env.ASSAY_SECRET ?? (await readSecret(dataFolder));

  let weakerProfile: string | undefined;
  // Both take seconds and neither needs the other.
  const [opening, warming] = await Promise.allSettled([
    openDatabase(dataFolder),
    createJudge({
      concurrency,
      ...judgeOptions(env),
      onWeakerProfile: (why) => (weakerProfile = why),
    }),
  ]);
  if (opening.status === 'fulfilled') closing.add(() => opening.value.close());
  if (warming.status === 'fulfilled') closing.add(() => warming.value.close());
  if (opening.status === 'rejected') throw opening.reason;
  if (warming.status === 'rejected') throw warming.reason;
  const database = opening.value;
  const judge = warming.value;
  await migrate(database.db);
  const asking = await serveBackups(dataFolder, (path) =>
    backUpFolder(dataFolder, database.pglite, path),
  );
  closing.add(() => asking.close());

  const registry = createRegistry('standalone');
  const queues = createQueues(
    // The lock of the data folder keeps other processes away.
    { kind: 'postgres', pool: pglitePool(database.pglite), exclusive: true },
    {
      onError: (error, failure) => {
        logger.error({ err: error, ...failure }, 'The queue reports an error');
      },
    },
  );
  closing.add(() => queues.close());
  const challenges = await loadChallenges(challengesRoot);
  const api = await createApi({
    db: database.db,
    queues,
    logger,
    registry,
    publicUrl: url,
    secret,
    webRoot,
    calls: readCallSettings(env),
    mail: readMailSettings(env),
    signOn: readSignOnSettings(env),
    webhooks: readWebhookSettings(env),
    groupQuestions: env.ASSAY_GROUP_QUESTIONS,
    challenges,
    ...(env.ASSAY_KNOWN_SOLUTIONS !== undefined && {
      knownSolutions: await readKnownSolutions(env.ASSAY_KNOWN_SOLUTIONS),
    }),
    sandboxProfile: judge.profile,
  });
  closing.add(() => api.close());
  const worker = startWorker({
    queues,
    judge,
    content: api.content,
    concurrency,
    logger,
    registry,
  });
  closing.add(() => worker.close());
  await worker.ready();
  const operations = await startOperations('standalone', env, {
    registry,
    readiness: api.readiness,
  });
  closing.add(() => operations.close());

  try {
    await once(api.server.listen(port, env.HOST), 'listening');
  } catch (error) {
    throw error instanceof Error ? portProblem(error, env.HOST, port) : error;
  }
  const demo =
    env.ASSAY_DEMO === '0' ? undefined : await api.seedDemo({ recorded: env.ASSAY_DEMO === '1' });
  const firstAdmin = demo ? undefined : await api.createFirstAdmin(env.ASSAY_ADMIN_EMAIL);
  const sandbox = { profile: judge.profile, weakerBecause: weakerProfile };
  return { url, dataFolder, demo, firstAdmin, sandbox, close: () => closing.close() };
}

/** What a browser on this machine calls us by. */
function hostInLinks(host: string): string {
  return ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host) ? 'localhost' : host;
}
