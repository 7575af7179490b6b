import { clearTimeout, setImmediate, setTimeout } from '#time/timers.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Delivery, Queue, QueueOptions, QueueRecord } from '@assay/runtime/world';

type Outcome = NonNullable<QueueRecord<unknown>['outcome']>;
type Recorded<Body> = { -readonly [Key in keyof QueueRecord<Body>]: QueueRecord<Body>[Key] };

const defaults: Required<QueueOptions> = {
  duplicates: 0.25,
  reorder: true,
  concurrency: 4,
  maxAttempts: 5,
  retryDelayMs: 1_000,
  visibilityMs: 30_000,
};

/** A queue with at-least-once delivery, on the run's clock and seed. */
export class MessageQueue<Body> implements Queue<Body> {
  readonly #deliver: (delivery: Delivery<Body>) => unknown;
  readonly #options: Required<QueueOptions>;
  readonly #now: () => number;
  /** What may be delivered now. */
  #ready: Delivery<Body>[] = [];
  /** Messages that wait for another try. */
  #delayed = 0;
  #underWay = 0;
  #pumping = false;
  readonly #settled = new Set<string>();
  #nextId = 1;
  #drained: (() => void)[] = [];
  readonly deliveries: Recorded<Body>[] = [];
  readonly dead: { id: string; body: Body }[] = [];

  constructor(
    deliver: (delivery: Delivery<Body>) => unknown,
    options: QueueOptions,
    now: () => number,
  ) {
    this.#deliver = deliver;
    this.#options = { ...defaults, ...options };
    this.#now = now;
  }

  send(...bodies: Body[]): void {
    for (const body of bodies) {
      const delivery = { id: `m${this.#nextId}`, body, attempt: 1 };
      this.#nextId += 1;
      this.#ready.push(delivery);
      if (Math.random() < this.#options.duplicates) this.#ready.push({ ...delivery });
    }
    this.#pump();
  }

  drain(): Promise<void> {
    return new Promise((resolve) => {
      this.#drained.push(resolve);
      this.#pump();
    });
  }

  /** Starts as many deliveries as may be under way, in a turn of its own. */
  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    setImmediate(() => {
      this.#pumping = false;
      while (this.#ready.length > 0 && this.#underWay < this.#options.concurrency)
        void this.#attempt(this.#take());
      if (this.#ready.length + this.#underWay + this.#delayed > 0) return;
      for (const resolve of this.#drained.splice(0)) resolve();
    });
  }

  #take(): Delivery<Body> {
    const index = this.#options.reorder ? Math.floor(Math.random() * this.#ready.length) : 0;
    const [delivery] = this.#ready.splice(index, 1) as [Delivery<Body>];
    return delivery;
  }

  async #attempt(delivery: Delivery<Body>): Promise<void> {
    const record: Recorded<Body> = { ...delivery, atMs: this.#now(), outcome: undefined };
    this.deliveries.push(record);
    this.#underWay += 1;
    record.outcome = await this.#outcomeOf(delivery);
    this.#underWay -= 1;
    if (record.outcome === 'acknowledged') this.#settled.add(delivery.id);
    else if (!this.#settled.has(delivery.id)) this.#again(delivery);
    this.#pump();
  }

  #again(delivery: Delivery<Body>): void {
    const { id, body, attempt } = delivery;
    if (attempt >= this.#options.maxAttempts) {
      this.#settled.add(id);
      this.dead.push({ id, body });
      return;
    }
    this.#delayed += 1;
    setTimeout(() => {
      this.#delayed -= 1;
      if (!this.#settled.has(id)) this.#ready.push({ ...delivery, attempt: attempt + 1 });
      this.#pump();
    }, this.#options.retryDelayMs);
  }

  #outcomeOf(delivery: Delivery<Body>): Promise<Outcome> {
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve('timed_out'), this.#options.visibilityMs);
      const end = (outcome: Outcome) => {
        clearTimeout(late);
        resolve(outcome);
      };
      new Promise((handled) => handled(this.#deliver({ ...delivery }))).then(
        (answer) => end(isRefusal(answer) ? 'failed' : 'acknowledged'),
        () => end('failed'),
      );
    });
  }
}

/** An API response that does not take the message. */
function isRefusal(answer: unknown): boolean {
  const { status } = (answer ?? {}) as { status?: unknown };
  return typeof status === 'number' && status >= 400;
}
