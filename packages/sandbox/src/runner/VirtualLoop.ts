import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

type Timer = { id: number; dueMs: number; fire(): void };
type Task = () => void;

/** Rounds in which there were only immediates, after which time goes on to the next timer: a program polls for it. */
const pollingRounds = 1_000;

/**
 * The event loop of both isolates on one virtual clock, in the phases of Node's: the timers that are due,
 * what has arrived, then the immediates that there are by then. Time passes only when nothing else can
 * happen, so that waiting costs nothing. What arrives on different channels at the same moment comes in an
 * order that the seed decides; on one channel it stays in order.
 */
export class VirtualLoop {
  #nowMs: number;
  #nextId = 1;
  /** By due time, then by creation. */
  readonly #timers: Timer[] = [];
  readonly #immediates = new Map<number, Task>();
  /** The last immediate of the round that runs: later ones wait for timers and arrivals first. */
  #roundEnd = 0;
  /** Rounds of immediates since something else happened. */
  #lonelyRounds = 0;
  readonly #channels = new Map<string, Task[]>();
  readonly #generator;
  /** Turns so far; whoever counts them decides how many are too many. */
  turns = 0;

  constructor(startMs: number, seed: number) {
    this.#nowMs = startMs;
    this.#generator = xoroshiro128plus(seed);
  }

  /** Virtual time, ms since the epoch. */
  get nowMs(): number {
    return this.#nowMs;
  }

  setTimer(delayMs: number, fire: (id: number) => void): number {
    const id = this.#nextId;
    this.#nextId += 1;
    const timer: Timer = { id, dueMs: this.#nowMs + delayMs, fire: () => fire(id) };
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle]?.dueMs ?? 0) <= timer.dueMs) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
    return id;
  }

  setImmediate(fire: (id: number) => void): number {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#immediates.set(id, () => fire(id));
    return id;
  }

  clear(id: number): void {
    if (this.#immediates.delete(id)) return;
    const index = this.#timers.findIndex((timer) => timer.id === id);
    if (index >= 0) this.#timers.splice(index, 1);
  }

  /** Clears many at once; one by one, a hoard of them would take minutes. */
  clearAll(ids: ReadonlySet<number>): void {
    for (const id of ids) this.#immediates.delete(id);
    const kept = this.#timers.filter((timer) => !ids.has(timer.id));
    this.#timers.length = 0;
    for (const timer of kept) this.#timers.push(timer);
  }

  /** Something arrives from outside an isolate: a request, a response, bytes. */
  post(channel: string, task: Task): void {
    const waiting = this.#channels.get(channel);
    if (waiting) waiting.push(task);
    else this.#channels.set(channel, [task]);
  }

  /** Runs the next thing that can happen until `limitMs`; false when nothing can. */
  step(limitMs = Infinity): boolean {
    const run =
      this.#takeImmediateOfRound() ??
      this.#takeTimer(Math.min(this.#nowMs, limitMs)) ??
      this.#takeTask() ??
      this.#startRound(limitMs) ??
      this.#takeTimer(limitMs);
    if (!run) return false;
    this.turns += 1;
    run();
    return true;
  }

  /** Whether anything can happen without time passing. */
  get busy(): boolean {
    return this.#channels.size > 0 || this.#immediates.size > 0;
  }

  /** Lets `ms` pass, with all that falls due in it, as long as `goOn` says so. */
  advance(ms: number, goOn: () => boolean): void {
    const until = this.#nowMs + ms;
    this.#lonelyRounds = 0;
    while (goOn() && this.step(until));
    this.#nowMs = Math.max(this.#nowMs, until);
  }

  #takeTask(): Task | undefined {
    if (this.#channels.size === 0) return undefined;
    this.#lonelyRounds = 0;
    const names = [...this.#channels.keys()];
    const name =
      names.length === 1 ? names[0] : names[(this.#generator.next() >>> 0) % names.length];
    const waiting = this.#channels.get(name ?? '') ?? [];
    const task = waiting.shift();
    if (waiting.length === 0) this.#channels.delete(name ?? '');
    return task;
  }

  #takeImmediateOfRound(): Task | undefined {
    for (const [id, task] of this.#immediates) {
      if (id > this.#roundEnd) return undefined;
      this.#immediates.delete(id);
      return task;
    }
    return undefined;
  }

  #startRound(limitMs: number): Task | undefined {
    if (this.#immediates.size === 0) return undefined;
    this.#roundEnd = this.#nextId - 1;
    this.#lonelyRounds += 1;
    if (this.#lonelyRounds > pollingRounds) {
      const timer = this.#takeTimer(limitMs);
      if (timer || limitMs !== Infinity) return timer;
    }
    return this.#takeImmediateOfRound();
  }

  #takeTimer(limitMs: number): Task | undefined {
    const [next] = this.#timers;
    if (!next || next.dueMs > limitMs) return undefined;
    this.#timers.shift();
    this.#lonelyRounds = 0;
    this.#nowMs = Math.max(this.#nowMs, next.dueMs);
    return next.fire;
  }
}
