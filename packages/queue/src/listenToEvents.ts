import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Backend, EventSource } from './backend.ts';
import type { Consumer } from './queues.ts';

/** How often the greeting is repeated until it is heard, ms. */
const greetingIntervalMs = 50;

/**
 * Listens to the events of a queue: `subscribe` is given them once. What a listener throws goes to `onError`.
 *
 * BullMQ starts reading at "now", which it asks the back end for at an unknown moment, and again as long
 * as nothing has arrived. So a greeting is sent until it comes back: from then on nothing is missed.
 */
export function listenToEvents(
  backend: Promise<Backend>,
  queue: { name: string; onError: (error: Error) => void },
  subscribe: (on: (event: string, listener: (args: unknown) => void) => void) => void,
): Consumer {
  let closed = false;

  async function start(): Promise<EventSource> {
    const open = await backend;
    const events = open.events(queue.name);
    subscribe((event, listener) => {
      events.on(event, (args: unknown) => {
        try {
          listener(args);
        } catch (error) {
          queue.onError(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    const greeting = `assay:hello:${randomUUID()}`;
    const heard = new Promise<void>((resolve) => {
      events.once(greeting, () => resolve());
    });
    let greeted = false;
    void heard.then(() => (greeted = true));
    events.run().catch(queue.onError);
    const greeter = open.eventProducer(queue.name);
    try {
      while (!greeted && !closed) {
        await greeter.publishEvent({ eventName: greeting });
        await Promise.race([heard, delay(greetingIntervalMs)]);
      }
    } finally {
      await greeter.close();
    }
    return events;
  }

  const started = start();
  // Whoever waits for `ready` hears of it; without a listener the process would end here.
  started.catch(queue.onError);
  return {
    ready: async () => {
      await started;
    },
    close: async () => {
      closed = true;
      const [events] = await Promise.allSettled([started]);
      if (events.status === 'fulfilled') await events.value.close();
    },
  };
}
