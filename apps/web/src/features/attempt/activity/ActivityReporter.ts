import { newId } from '#app/newId.ts';
import type { ActivityEvent } from '@assay/contracts/http';

/** How often what was noted is sent, ms. */
const sendEveryMs = 5_000;
/** Events in one message; the server takes as many. */
const batch = 100;
/** Events kept while nothing can be sent. Counters a page that stays open without a connection for days. */
const maxKept = 2_000;

/** What happened, without its id and time, which noting it gives. */
export type Noted = ActivityEvent extends infer Event
  ? Event extends ActivityEvent
    ? Omit<Event, 'id' | 'agoMs'>
    : never
  : never;

type Waiting = { id: string; atMs: number; event: Noted };

/** `refused`: the server does not take these. `over`: it takes no more, because the attempt has ended. `later`: it could not be reached. */
export type Delivery = 'taken' | 'refused' | 'over' | 'later';

/**
 * Sends what the candidate's page notes, a few at a time, and again until it has arrived: each event has an id, so
 * that the server counts it once. Whoever makes one closes it.
 */
export class ActivityReporter {
  readonly #send: (events: ActivityEvent[]) => Promise<Delivery>;
  readonly #timer: ReturnType<typeof setInterval>;
  #waiting: Waiting[] = [];
  #sending = false;

  constructor(send: (events: ActivityEvent[]) => Promise<Delivery>) {
    this.#send = send;
    this.#timer = setInterval(() => void this.flush(), sendEveryMs);
  }

  /** Notes what happened at `atMs` on the clock of `performance.now()`. */
  note(event: Noted, atMs = performance.now()): void {
    if (this.#waiting.length < maxKept) this.#waiting.push({ id: newId(), atMs, event });
  }

  /** Sends what waits; what cannot be sent now goes with the next. */
  async flush(): Promise<void> {
    if (this.#sending || this.#waiting.length === 0) return;
    this.#sending = true;
    const sent = this.#waiting.slice(0, batch);
    const now = performance.now();
    const delivery = await this.#send(
      sent.map(({ id, atMs, event }) => ({
        id,
        agoMs: Math.max(0, Math.round(now - atMs)),
        ...event,
      })),
    );
    this.#sending = false;
    // What is refused once is refused for ever, and must not keep back what comes after it.
    if (delivery === 'taken' || delivery === 'refused')
      this.#waiting = this.#waiting.slice(sent.length);
    if (delivery === 'over') this.close();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#waiting = [];
  }
}
