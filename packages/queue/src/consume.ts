import { inSpan, withIds } from '@assay/telemetry';
import { type Job, UnrecoverableError } from 'bullmq';
import type { z } from 'zod';
import type { Backend } from './backend.ts';
import { DeliverAgain } from './DeliverAgain.ts';
import { workerOptions } from './jobOptions.ts';
import type { Consumer, JobFailure } from './queues.ts';
import { originOfJob, unsealJob } from './sealedJob.ts';

/** Gives each job of a queue to `handler`, parsed; a job that does not fit `schema` is given up at once. */
export function consume<T>(
  backend: Promise<Backend>,
  queue: {
    name: string;
    schema: z.ZodType<T>;
    concurrency: number;
    /** What others see this consumer by. */
    label?: string;
    onError: (error: Error, failure?: JobFailure) => void;
  },
  handler: (job: T, delivery: Job) => Promise<void>,
): Consumer {
  /** Under the ids and in the trace of whoever has sent it. */
  function handleAs(delivery: Job): Promise<void> {
    const { traceparent, ...ids } = originOfJob(delivery.data);
    return withIds(ids, () =>
      inSpan(
        `process ${queue.name}`,
        {
          kind: 'consumer',
          from: traceparent,
          attributes: {
            'messaging.system': 'bullmq',
            'messaging.destination.name': queue.name,
            'messaging.message.id': delivery.id ?? '',
          },
        },
        () => handle(delivery),
      ),
    );
  }

  async function handle(delivery: Job): Promise<void> {
    const attempt = delivery.attemptsMade + 1;
    let job: T;
    try {
      job = unsealJob(queue.schema, delivery.data);
    } catch (error) {
      report(error, delivery, { attempt, final: true });
      throw new UnrecoverableError('The data of this job do not fit its contract.');
    }
    try {
      await handler(job, delivery);
    } catch (error) {
      if (error instanceof DeliverAgain) throw error;
      report(error, delivery, { attempt, final: attempt >= (delivery.opts.attempts ?? 1) });
      // The back end stores this message, and PostgreSQL refuses some texts that a real one may quote.
      throw new Error('The handler failed; the process that ran it has logged why.', {
        cause: error,
      });
    }
  }

  function report(
    cause: unknown,
    delivery: Job,
    outcome: { attempt: number; final: boolean },
  ): void {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    queue.onError(error, { queue: queue.name, jobId: delivery.id ?? '', ...outcome });
  }

  const worker = backend.then((open) =>
    open.worker(queue.name, handleAs, {
      ...workerOptions,
      concurrency: queue.concurrency,
      ...(queue.label === undefined ? {} : { name: queue.label }),
    }),
  );
  // Whoever waits for `ready` hears of it; without a listener the process would end here.
  worker.catch(() => {});
  return {
    ready: async () => {
      await (await worker).waitUntilReady();
    },
    close: async () => {
      const [opened] = await Promise.allSettled([worker]);
      if (opened.status === 'fulfilled') await opened.value.close();
    },
  };
}
