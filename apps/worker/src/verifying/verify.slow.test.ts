import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Challenge, createChallenge, loadChallenge } from '@assay/challenges';
import type { VerifyProgress } from '@assay/contracts/challenge';
import type { VerifiedJob } from '@assay/contracts/queue';
import type { Files } from '@assay/contracts/workspace';
import { createQueues, pglitePool, type Queues } from '@assay/queue';
import type { Judge } from '@assay/sandbox';
import { listChildren } from '@assay/sandbox/listChildren';
import { embedPostgres, type PGlite } from '@assay/pglite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type RunningWorker, startWorker } from '#startWorker.ts';

/** Verifications have judges of their own, so this one is never asked. */
const unused: Judge = {
  profile: 'process',
  judge: () => Promise.reject(new Error('not asked')),
  explore: () => Promise.reject(new Error('not asked')),
  load: () => ({ warm: 0, starting: 0, busy: 0 }),
  close: async () => {},
};

describe('verifying in a worker', () => {
  let folder: string;
  let challenge: Challenge;
  let pglite: PGlite;
  let queues: Queues;
  let worker: RunningWorker;
  const verified: VerifiedJob[] = [];
  const progress: VerifyProgress[] = [];

  const start = () =>
    startWorker({
      queues,
      judge: unused,
      content: () => Promise.reject(new Error('not asked')),
      concurrency: 1,
      logger: pino({ level: 'silent' }),
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-verify-'));
    await createChallenge(join(folder, 'sample'), 'module');
    challenge = await loadChallenge(join(folder, 'sample'));
    pglite = await embedPostgres();
    queues = createQueues({ kind: 'postgres', pool: pglitePool(pglite) });
    const recorder = queues.consumeVerified(async (job) => void verified.push(job));
    const listener = queues.onVerifyProgress((report) => progress.push(report));
    await Promise.all([recorder.ready(), listener.ready()]);
  });
  beforeEach(async () => {
    worker = start();
    await worker.ready();
  });
  afterEach(() => worker.close());
  afterAll(async () => {
    await queues.close();
    await pglite.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function send(changes: Files = {}): Promise<string> {
    const verificationId = randomUUID();
    const files = { ...challenge.source, ...changes };
    const { slug, hash } = challenge.judged;
    await queues.enqueueVerify({ verificationId, slug, hash, files });
    return verificationId;
  }

  async function until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await delay(10);
    }
  }
  const reportOf = (id: string) =>
    until(() => verified.find(({ verificationId }) => verificationId === id)?.report);

  it('passes a sound challenge in a process of its own, tells each row, and leaves no process', async () => {
    const before = listChildren(process.pid);
    const id = await send();
    const report = await reportOf(id);
    expect(report.rows.filter(({ ok }) => !ok)).toEqual([]);
    expect(report).toMatchObject({ ok: true, hash: challenge.judged.hash });
    expect(report.mutation?.score).toBeGreaterThanOrEqual(report.mutation?.required ?? 100);

    const told = progress.filter(({ verificationId }) => verificationId === id);
    expect(told.some(({ rows }) => rows.length === 1)).toBe(true);
    expect(told.some(({ step }) => step?.check === 'mutation' && step.total)).toBe(true);
    expect(listChildren(process.pid)).toEqual(before);
  });

  it('names the test that a broken reference fails, with its place', async () => {
    const entry = `solution/${challenge.judged.entry}`;
    const report = await reportOf(await send({ [entry]: 'export const broken = true;\n' }));
    expect(report).toMatchObject({ ok: false, rows: [{ check: 'reference', ok: false }] });
    expect(report.rows[0]?.advice).toMatch(/tests\/public\.test\.ts:\d+: “/);
  });

  it('gives up what is cancelled, and takes up again what its worker was stopped at', async () => {
    const cancelled = await send();
    await until(() => progress.find(({ verificationId }) => verificationId === cancelled));
    await queues.cancelVerify(cancelled);

    const interrupted = await send();
    await until(() => progress.find(({ verificationId }) => verificationId === interrupted));
    await worker.close();
    progress.length = 0;
    worker = start();
    await until(() => progress.find(({ verificationId }) => verificationId === interrupted));
    await queues.cancelVerify(interrupted);
    await worker.close();
    worker = start();
    const ended = verified.map(({ verificationId }) => verificationId);
    expect(ended).not.toContain(cancelled);
    expect(ended).not.toContain(interrupted);
  });

  it('says that the verification broke off when its files are no challenge', async () => {
    const report = await reportOf(await send({ 'challenge.yaml': 'title: 1\n' }));
    expect(report.rows).toMatchObject([{ check: 'judge', ok: false }]);
  });
});
