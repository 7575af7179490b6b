import { parseEvent, type LockerEvent } from './parseEvent.ts';
import { sendText } from './texts.ts';

type Parcel = { id: string; status: string; lockerId: string; since: string };
type Answer = [status: number, body: object];

const rules: [type: string, status: string, text: string][] = [
  ['parcel.deposited', 'in_locker', 'ready to collect'],
  ['parcel.collected', 'collected', 'collected'],
  ['parcel.expired', 'returned', 'on its way back'],
];
const keptMs = 73 * 3_600_000;

/** A loop over a queue for each parcel: whatever is known of a parcel is changed by its loop alone. */
export function createReceiver() {
  const parcels = new Map<string, Parcel>();
  const seen = new Map<string, number>();
  const queues = new Map<string, { event: LockerEvent; done(answer: Answer): void }[]>();

  async function handle(event: LockerEvent): Promise<Answer> {
    if ((seen.get(event.id) ?? 0) > Date.now()) return [200, { outcome: 'duplicate' }];
    const { parcelId, lockerId } = event.data;
    const rule = rules.find(([type]) => type === event.type);
    let outcome = 'ignored';
    if (rule) {
      const current = parcels.get(parcelId);
      // Both are UTC with milliseconds, so that their text sorts like their time.
      if (current && current.since >= event.occurredAt) outcome = 'stale';
      else {
        const [, status, text] = rule;
        try {
          await sendText(parcelId, text);
        } catch {
          return [503, { error: { code: 'try_again', message: 'The text was not sent.' } }];
        }
        parcels.set(parcelId, { id: parcelId, status, lockerId, since: event.occurredAt });
        outcome = 'applied';
      }
    }
    seen.set(event.id, Date.now() + keptMs);
    return [200, { outcome }];
  }

  async function work(key: string): Promise<void> {
    const queue = queues.get(key) ?? [];
    for (let next = queue[0]; next; next = queue[0]) {
      next.done(await handle(next.event));
      queue.shift();
    }
    queues.delete(key);
  }

  setInterval(() => {
    for (const [id, until] of seen) if (until <= Date.now()) seen.delete(id);
  }, 3_600_000);

  return {
    parcel: (id: string) => parcels.get(id),
    receive(body: string): Promise<Answer> | Answer {
      const event = parseEvent(body);
      if (!event)
        return [400, { error: { code: 'malformed_event', message: 'This is not an event.' } }];
      return new Promise((done) => {
        const key = event.data.parcelId;
        const queue = queues.get(key);
        if (queue) queue.push({ event, done });
        else {
          queues.set(key, [{ event, done }]);
          void work(key);
        }
      });
    },
  };
}
