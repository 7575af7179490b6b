import type { Decision } from './contract.ts';

type Spent = { until: number; cost: number };
type Place = { cost: number; enter(): void };

/** What one key spent in the window, and who stands in line for it. Looks at each entry twice in its life. */
export class KeyWindow {
  private spent: Spent[] = [];
  private head = 0;
  private total = 0;
  private line: Place[] = [];
  private alarm: ReturnType<typeof setTimeout> | undefined;
  private readonly limit: number;
  private readonly windowMs: number;
  private readonly onEmpty: () => void;

  constructor(limit: number, windowMs: number, onEmpty: () => void) {
    this.limit = limit;
    this.windowMs = windowMs;
    this.onEmpty = onEmpty;
  }

  check(cost: number): Decision {
    this.expire();
    const allowed = this.total + cost <= this.limit;
    if (allowed) this.spend(cost);
    this.rearm();
    return {
      allowed,
      remaining: this.limit - this.total,
      retryAfterMs: allowed ? 0 : this.waitFor(cost),
    };
  }

  join(cost: number, timeoutMs?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const place: Place = { cost, enter: () => {} };
      const giveUp =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              this.line = this.line.filter((other) => other !== place);
              reject(new Error(`Waiting for a turn timed out after ${timeoutMs} ms.`));
              this.advance();
            }, timeoutMs);
      place.enter = () => {
        clearTimeout(giveUp);
        resolve();
      };
      this.line.push(place);
      this.advance();
    });
  }

  private advance(): void {
    this.expire();
    while (this.line[0] && this.total + this.line[0].cost <= this.limit) {
      const place = this.line.shift();
      if (!place) break;
      this.spend(place.cost);
      place.enter();
    }
    this.rearm();
  }

  private spend(cost: number): void {
    this.total += cost;
    this.spent.push({ until: Date.now() + this.windowMs, cost });
  }

  private expire(): void {
    const now = Date.now();
    for (let first = this.spent[this.head]; first; first = this.spent[this.head]) {
      if (first.until > now) break;
      this.total -= first.cost;
      this.head += 1;
    }
    if (this.head > 64 && this.head * 2 > this.spent.length) {
      this.spent = this.spent.slice(this.head);
      this.head = 0;
    }
  }

  private waitFor(cost: number): number {
    let free = this.limit - this.total;
    for (let index = this.head; index < this.spent.length; index += 1) {
      const entry = this.spent[index];
      if (!entry) break;
      free += entry.cost;
      if (free >= cost) return entry.until - Date.now();
    }
    return 0;
  }

  /** One timer for each key: for the first in line, or for the moment at which nothing is left. */
  private rearm(): void {
    clearTimeout(this.alarm);
    this.alarm = undefined;
    const first = this.line[0];
    const last = this.spent.at(-1);
    if (first) this.alarm = setTimeout(() => this.advance(), this.waitFor(first.cost));
    else if (this.total === 0 || !last) this.onEmpty();
    else this.alarm = setTimeout(() => this.advance(), last.until - Date.now());
  }
}
