import { Queue, QueueEvents, QueueEventsProducer, Worker } from 'bullmq';
import type { Backend } from '#backend.ts';
import { streams } from '#jobOptions.ts';
import { redisTurns } from './redisTurns.ts';

/** BullMQ over ioredis. Every producer and consumer has connections of its own, which it closes. */
export function openRedisBackend(url: string, onError: (error: Error) => void): Backend {
  // A producer that cannot reach Redis must say so to its caller instead of waiting for ever.
  const impatient = { url, maxRetriesPerRequest: 3 };
  const patient = { url, maxRetriesPerRequest: null };
  return {
    producer: (name) => {
      const queue = new Queue(name, { connection: impatient, streams }).on('error', onError);
      return Object.assign(queue, { turns: redisTurns(queue) });
    },
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection: patient }).on('error', onError),
    events: (name) =>
      new QueueEvents(name, { connection: patient, autorun: false }).on('error', onError),
    eventProducer: (name) =>
      new QueueEventsProducer(name, { connection: impatient }).on('error', onError),
    forgetReports: async (name) => {
      const queue = new Queue(name, { connection: impatient, streams }).on('error', onError);
      try {
        await queue.trimEvents(0);
      } finally {
        await queue.close();
      }
    },
    close: async () => {},
  };
}
