import { z } from 'zod';
import type { Backend } from './backend.ts';
import { listenToEvents } from './listenToEvents.ts';
import type { Consumer } from './queues.ts';
import { unsealJob } from './sealedJob.ts';

const Progress = z.object({ data: z.unknown() });

/** Gives every progress report of a queue to `listener`. */
export function listenToProgress<T>(
  backend: Promise<Backend>,
  queue: { name: string; schema: z.ZodType<T>; onError: (error: Error) => void },
  listener: (progress: T) => void,
): Consumer {
  return listenToEvents(backend, queue, (on) => {
    on('progress', (args) => listener(unsealJob(queue.schema, Progress.parse(args).data)));
  });
}
