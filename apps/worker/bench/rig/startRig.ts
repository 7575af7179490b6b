import { randomUUID } from 'node:crypto';
import { createQueues } from '@assay/queue';
import { createJudge } from '@assay/sandbox';
import { startWorker } from '#startWorker.ts';
import type { Verdict } from '@assay/contracts/verdict';
import { pino } from 'pino';
import { openQueue, type QueueKind } from './openQueue.ts';
import type { Subject } from './Subject.ts';

export type Rig = {
  /** Sends a submission through the queues and the worker, and gives the verdict that comes out. */
  submit(subject: Subject, seed: number): Promise<Verdict>;
  close(): Promise<void>;
};

/** The path of a submission without an API: judge queue, worker with the real judge, verdicts queue. */
export async function startRig(
  kind: QueueKind,
  { concurrency, subjects }: { concurrency: number; subjects: readonly Subject[] },
): Promise<Rig> {
  const challenges = new Map(subjects.map(({ challenge }) => [challenge.hash, challenge]));
  const queue = await openQueue(kind);
  const queues = createQueues(queue.connection);
  const postgresRunners = subjects.some(({ challenge }) => challenge.seedSql !== undefined) ? 1 : 0;
  const judge = await createJudge({ concurrency, postgresRunners });
  const waiting = new Map<string, (verdict: Verdict) => void>();
  const recorder = queues.consumeVerdicts(async ({ submissionId, verdict }) => {
    waiting.get(submissionId)?.(verdict);
  });
  const worker = startWorker({
    queues,
    judge,
    content: async (hash) => {
      const challenge = challenges.get(hash);
      if (challenge === undefined) throw new Error(`No subject has challenge version ${hash}.`);
      return challenge;
    },
    concurrency,
    logger: pino({ level: 'error' }),
  });
  await Promise.all([recorder.ready(), worker.ready()]);

  return {
    submit: async ({ challenge: { hash }, files }, seed) => {
      const submissionId = randomUUID();
      const judged = new Promise<Verdict>((resolve) => waiting.set(submissionId, resolve));
      await queues.enqueueJudge({
        submissionId,
        challengeHash: hash,
        suite: 'hidden',
        seed,
        files,
      });
      return judged.finally(() => waiting.delete(submissionId));
    },
    close: async () => {
      await worker.close();
      await judge.close();
      await queues.close();
      await queue.close();
    },
  };
}
