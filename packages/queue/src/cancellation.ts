import { z } from 'zod';
import type { Backend } from './backend.ts';
import { listenToEvents } from './listenToEvents.ts';
import type { Consumer } from './queues.ts';

const eventName = 'assay:cancel';
const Cancellation = z.object({ jobId: z.string() });

/** Tells everybody who works on a queue to give up a job. Whoever has it hears this at once, or never had it. */
export async function announceCancellation(
  backend: Promise<Backend>,
  name: string,
  jobId: string,
): Promise<void> {
  const producer = (await backend).eventProducer(name);
  try {
    await producer.publishEvent({ eventName, jobId });
  } finally {
    await producer.close();
  }
}

/** Gives the ids of jobs that are to be given up to `listener`. */
export function listenToCancellations(
  backend: Promise<Backend>,
  queue: { name: string; onError: (error: Error) => void },
  listener: (jobId: string) => void,
): Consumer {
  return listenToEvents(backend, queue, (on) => {
    on(eventName, (args) => listener(Cancellation.parse(args).jobId));
  });
}
