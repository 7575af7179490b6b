import { setTimeout as delay } from 'node:timers/promises';
import type { NightErasure } from '@assay/contracts/http';
import {
  claimNight,
  deleteDeclarationsUntil,
  deleteDeliveries,
  type Due,
  findNight,
  listDue,
  listHeldAttempts,
  recordNight,
} from '@assay/db';
import type { Services } from '#services.ts';
import { declarationKey } from '#declarations/declarationKey.ts';
import { eraseAttempt } from './eraseAttempt.ts';
import { eraseForgottenSession } from './eraseForgottenSession.ts';
import { lastNight, nameOfNight } from './nights.ts';

/** How often it is looked whether a night has begun, ms. */
const lookMs = 5 * 60_000;
/** After so long without a sign, ms, another process goes on with a night. */
const claimMs = 10 * 60_000;
/** How long a live session is kept from its end, or from when it was prepared. */
export const sessionRetentionDays = 180;
/** How long messages of webhooks are kept, ms: 30 days. */
const deliveryRetentionMs = 30 * 24 * 60 * 60_000;
/** Between two erasures, ms, so that whoever works at that hour has their turn. */
const breathMs = 5;

/**
 * Erases once a night what was asked for and is due, and what was kept long enough, in one of the processes. A night
 * that nobody was there for is made up for at the next start.
 */
export function sweepErasures(services: Services): { ready(): Promise<void>; close(): void } {
  const { db, logger, now } = services;
  const closing = new AbortController();

  async function look(): Promise<void> {
    const at = now();
    const night = nameOfNight(lastNight(at));
    const until = new Date(at.getTime() + claimMs);
    if (!(await claimNight(db, night, { now: at, until }))) return;
    // What a process erased that died in this night stays in its record.
    const erased = [...((await findNight(db, night))?.erased ?? [])];
    for (const due of await listDue(db, { by: at, sessionDays: sessionRetentionDays })) {
      if (closing.signal.aborted) return;
      const waits = await erase(due);
      if (waits !== undefined) logger.warn({ ...due, waits }, 'An erasure has to wait');
      erased.push(entryOf(due, waits));
      await recordNight(db, night, { erased, claimedUntil: new Date(now().getTime() + claimMs) });
      await delay(breathMs);
    }
    const held = (await listHeldAttempts(db)).map((id) => declarationKey(services.secret, id));
    await deleteDeclarationsUntil(db, { now: at, held });
    await deleteDeliveries(db, new Date(at.getTime() - deliveryRetentionMs));
    await recordNight(db, night, { erased, finishedAt: now() });
  }

  /** Why it has to wait; nothing, when it is erased. */
  async function erase({ kind, id }: Due): Promise<string | undefined> {
    if (kind === 'session') {
      await eraseForgottenSession(services, id);
      return undefined;
    }
    const done = await eraseAttempt(services, id, 'system');
    return done.ok ? undefined : done.code;
  }

  const timer = setInterval(() => {
    look().catch((error: unknown) => logger.error({ err: error }, 'Erasing at night failed'));
  }, lookMs);
  return {
    ready: look,
    close: () => {
      closing.abort();
      clearInterval(timer);
    },
  };
}

const entryOf = ({ kind, id, why }: Due, waits: string | undefined): NightErasure => ({
  kind,
  id,
  why,
  ...(waits !== undefined && { waits }),
});
