import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

/** Gives a queue on Redis to `work` as BullMQ has it, past all that this package makes sure of. */
export async function withQueue<T>(
  url: string,
  name: string,
  work: (queue: Queue) => Promise<T>,
): Promise<T> {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue(name, { connection });
  try {
    return await work(queue);
  } finally {
    await queue.close();
    connection.disconnect();
  }
}
