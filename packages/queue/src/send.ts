import { inSpan } from '@assay/telemetry';

/** Puts a job on a queue, as a span of the trace that it goes on with. */
export async function send(
  queue: string,
  jobId: string,
  add: () => Promise<unknown>,
): Promise<void> {
  await inSpan(
    `send ${queue}`,
    {
      kind: 'producer',
      attributes: {
        'messaging.system': 'bullmq',
        'messaging.destination.name': queue,
        'messaging.message.id': jobId,
      },
    },
    add,
  );
}
