import type { Decision } from './contract.ts';
import { Ledger } from './ledger.ts';

type Ticket = { cost: number; admit(): void };

/** One key: what it spent, and who waits. Calls `close` as soon as it holds nothing any more. */
export class Account {
  readonly #ledger: Ledger;
  readonly #limit: number;
  readonly #close: () => void;
  readonly #tickets: Ticket[] = [];
  #wake: NodeJS.Timeout | undefined;

  constructor(limit: number, windowMs: number, close: () => void) {
    this.#limit = limit;
    this.#ledger = new Ledger(windowMs);
    this.#close = close;
  }

  check(cost: number): Decision {
    const now = Date.now();
    const retryAfterMs = this.#ledger.roomIn(this.#limit, cost, now);
    if (retryAfterMs === 0) this.#ledger.add(cost, now);
    this.#sleep();
    return {
      allowed: retryAfterMs === 0,
      remaining: this.#limit - this.#ledger.spent(now),
      retryAfterMs,
    };
  }

  acquire(cost: number, timeoutMs: number | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const ticket: Ticket = { cost, admit: resolve };
    this.#tickets.push(ticket);
    if (timeoutMs !== undefined) {
      const timeout = setTimeout(() => {
        this.#tickets.splice(this.#tickets.indexOf(ticket), 1);
        reject(new Error(`timed out: no room within ${timeoutMs} ms`));
        this.#serve();
      }, timeoutMs);
      ticket.admit = () => {
        clearTimeout(timeout);
        resolve();
      };
    }
    this.#serve();
    return promise;
  }

  #serve(): void {
    for (let next = this.#tickets[0]; next !== undefined; next = this.#tickets[0]) {
      const now = Date.now();
      if (this.#ledger.roomIn(this.#limit, next.cost, now) > 0) break;
      this.#ledger.add(next.cost, now);
      this.#tickets.shift();
      next.admit();
    }
    this.#sleep();
  }

  /** Until the first in line has room, or until the last request has left the window. */
  #sleep(): void {
    clearTimeout(this.#wake);
    const now = Date.now();
    const [next] = this.#tickets;
    if (next === undefined && this.#ledger.spent(now) === 0) return this.#close();
    const ms = next
      ? this.#ledger.roomIn(this.#limit, next.cost, now)
      : this.#ledger.emptyIn(now);
    this.#wake = setTimeout(() => this.#serve(), ms);
  }
}
