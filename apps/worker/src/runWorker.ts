import { createQueues } from '@assay/queue';
import { createJudge, type Judge, judgeOptions, ProfileUnavailable } from '@assay/sandbox';
import {
  createLogger,
  createRegistry,
  type Readiness,
  startOperations,
  stopOnSignal,
} from '@assay/telemetry';
import type { Logger } from 'pino';
import { fetchContent } from '#content/fetchContent.ts';
import { type Environment, readEnvironment } from './env.ts';
import { startWorker } from './startWorker.ts';

/** How long running submissions may take to end after a signal, ms; what is cut off is judged by another worker. */
const graceMs = 20_000;

/** The worker as a process of its own, until SIGTERM or SIGINT. */
export async function runWorker(): Promise<void> {
  const env = readEnvironmentOrExit();
  const logger = createLogger({ name: 'worker', level: env.LOG_LEVEL });
  const registry = createRegistry('worker');
  const judge = await startJudgeOrExit(env, logger);
  const queues = createQueues(env.queue, {
    onError: (error, failure) => {
      logger.error({ err: error, ...failure }, 'The queue reports an error');
    },
  });
  const worker = startWorker({
    queues,
    judge,
    content: fetchContent(env.ASSAY_API_URL, env.ASSAY_WORKER_TOKEN),
    concurrency: env.ASSAY_CONCURRENCY,
    logger,
    registry,
  });
  let taking = false;
  let stopping = false;

  /** Whether it takes submissions: its queue answers, and it is not about to end. */
  async function readiness(): Promise<Readiness> {
    const queue = await queues.isReachable();
    return {
      ready: taking && queue && !stopping,
      queue: queue ? 'ok' : 'unreachable',
      profile: judge.profile,
      ...(stopping && { stopping }),
    };
  }

  stopOnSignal(logger, {
    graceMs,
    stop: async () => {
      stopping = true;
      await worker.close();
      await judge.close();
      await queues.close();
      await operations?.close();
    },
  });

  let operations: { close(): Promise<void> } | undefined;
  try {
    operations = await startOperations('worker', env, { registry, readiness });
  } catch (error) {
    logger.fatal({ err: error }, 'The port of the metrics cannot be opened');
    process.exit(1);
  }
  try {
    await worker.ready();
    taking = true;
  } catch (error) {
    logger.fatal({ err: error }, 'The queue cannot be reached');
    process.exit(1);
  }
  logger.info(
    { profile: judge.profile, concurrency: env.ASSAY_CONCURRENCY },
    'Judging submissions',
  );
}

function readEnvironmentOrExit(): Environment {
  try {
    return readEnvironment();
  } catch (error) {
    return refuse(error);
  }
}

async function startJudgeOrExit(env: Environment, logger: Logger): Promise<Judge> {
  try {
    return await createJudge({
      concurrency: env.ASSAY_CONCURRENCY,
      ...judgeOptions(env),
      onWeakerProfile: (why) =>
        logger.warn({ why }, 'Runners are confined by the weaker profile "process"'),
    });
  } catch (error) {
    if (error instanceof ProfileUnavailable) return refuse(error);
    throw error;
  }
}

/** Ends the process with the one line that tells whoever starts it what to mend. */
function refuse(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
