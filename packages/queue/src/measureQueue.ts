import type { Producer } from './backend.ts';
import type { QueueMeasure } from './queues.ts';

/** Counts the jobs of a queue, and looks at those that are next. */
export async function measureQueue(queue: string, producer: Producer): Promise<QueueMeasure> {
  const [counts, ...next] = await Promise.all([
    producer.getJobCounts('waiting', 'prioritized', 'active', 'delayed'),
    producer.getWaiting(0, 0),
    producer.getPrioritized(0, 0),
  ]);
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0 } = counts;
  return {
    queue,
    jobs: { waiting, prioritized, active, delayed },
    oldestS:
      Math.max(0, ...next.flat().map((job) => (job ? Date.now() - job.timestamp : 0))) / 1_000,
  };
}
