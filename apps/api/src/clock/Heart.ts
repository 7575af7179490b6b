import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import { beatMs, findOutage, silenceMs } from '@assay/contracts/clock';
import {
  insertOutage,
  listRunningSince,
  lockAttempt,
  lockLastBeat,
  recordBeat,
  recordStop,
} from '@assay/db';
import type { Services } from '#services.ts';
import { creditOutages } from './creditOutages.ts';
import { announceDeadlines } from './giveTime.ts';

/**
 * Writes down every five seconds that this node is there. The first node that is there again after a silence of
 * all writes down that, and gives the time back to every candidate whose clock ran.
 */
export class Heart {
  readonly id = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();
  /** By a clock that nobody sets and that goes on while the machine sleeps: a wall clock that jumps is no outage, a sleep is. */
  #beatAt: number | undefined;

  /** Resolves once outages before this start are credited: deadlines are looked at after that. */
  async start(services: Services): Promise<void> {
    await this.#beat(services);
    await creditRunning(services);
    this.#timer = setInterval(() => {
      this.#beating = this.#beat(services).catch((error: unknown) =>
        services.logger.error({ err: error }, 'The health record could not be written'),
      );
    }, beatMs);
  }

  /** Looks at once whether there was a silence, as whoever ends something by the clock has to. */
  async check(services: Services): Promise<void> {
    if (this.#timer !== undefined) await this.#beat(services);
  }

  async stop({ db, now, logger }: Services): Promise<void> {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    await this.#beating;
    await recordStop(db, this.id, now()).catch((error: unknown) =>
      logger.error({ err: error }, 'The health record could not be closed'),
    );
  }

  async #beat(services: Services): Promise<void> {
    const { db, now, logger } = services;
    const outage = await db.transaction(async (tx) => {
      const last = await lockLastBeat(tx);
      const at = now();
      const wasThere = this.#beatAt !== undefined && elapsedMs() - this.#beatAt <= silenceMs;
      await recordBeat(tx, this.id, at);
      if (last === undefined || wasThere) return undefined;
      const silence = findOutage(last.getTime(), at.getTime());
      return (
        silence &&
        insertOutage(tx, { fromAt: new Date(silence.fromMs), toAt: new Date(silence.toMs) })
      );
    });
    this.#beatAt = elapsedMs();
    if (outage === undefined) return;
    logger.warn({ from: outage.fromAt, to: outage.toAt }, 'Nobody was served for a while');
    await creditRunning(services);
  }
}

/** Since the machine started, with its sleep. */
const elapsedMs = (): number => uptime() * 1_000;

/** Gives every outage to every attempt that ran in it. What was given is not given again. */
async function creditRunning(services: Services): Promise<void> {
  const { db, now } = services;
  for (const attemptId of await listRunningSince(db, now())) {
    const moved = await db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, 'update');
      return attempt === undefined ? [] : creditOutages(tx, attempt, now());
    });
    announceDeadlines(services, attemptId, moved);
  }
}
