import { setTimeout as delay } from 'node:timers/promises';
import type { SandboxProfile } from '@assay/contracts/verdict';
import { isReachable, listUnjudged } from '@assay/db';
import type { RequestHandler } from 'express';
import type { Readiness } from '@assay/telemetry';
import type { Services } from '#services.ts';

/** A submission that waits this long for a worker, ms, says that the queue or the workers are in trouble. */
const patienceMs = 60_000;

/** How long the queue may take to say which workers are there, ms. Counters alarms that wait for a dead Redis. */
const answerWithinMs = 1_000;

/** `GET /health/live`: the process answers. What it depends on is not asked: a restart would not mend that. */
export const live: RequestHandler = (_request, response) => {
  response.set('cache-control', 'no-store').json({ status: 'ok' });
};

/**
 * Whether people can be sent to this process: it has a database, and is not about to end. Without Redis people go on
 * working, so that is told and no reason to send them away.
 */
export async function readiness({ db, queues, stopping }: Services): Promise<Readiness> {
  const [database, queue] = await Promise.all([isReachable(db), queues.isReachable()]);
  return {
    ready: database && !stopping.aborted,
    database: database ? 'ok' : 'unreachable',
    queue: queue ? 'ok' : 'unreachable',
    ...(stopping.aborted && { stopping: true }),
  };
}

/** `GET /health/ready`, for proxies that choose among several processes. */
export function ready(services: Services): RequestHandler {
  return async (_request, response) => {
    const { ready: isReady, ...details } = await readiness(services);
    response
      .status(isReady ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ status: isReady ? 'ok' : 'unavailable', ...details });
  };
}

/** `GET /health`: 200 while people can work, 503 without a database. `judging: "behind"` is for operators' alarms. */
export function health({ db, now, sandboxProfiles }: Services): RequestHandler {
  return async (_request, response) => {
    const database = await isReachable(db);
    const waiting = database
      ? await listUnjudged(db, 'queued', new Date(now().getTime() - patienceMs), 1)
      : [];
    response
      .status(database ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({
        status: database ? 'ok' : 'unavailable',
        database: database ? 'ok' : 'unreachable',
        judging: waiting.length === 0 ? 'ok' : 'behind',
        sandbox: await readProfiles(sandboxProfiles),
      });
  };
}

/** None when no worker is connected, or when the queue does not say. */
async function readProfiles(ask: Services['sandboxProfiles']): Promise<SandboxProfile[]> {
  try {
    return await Promise.race([ask(), delay(answerWithinMs, [], { ref: false })]);
  } catch {
    return [];
  }
}
