/** Timers and ticks of an isolate, kept by the host's event loop. */

type TimerHost = {
  /** Ask for a turn after `delayMs` of virtual time; the id comes back with the turn. */
  setTimer(delayMs: number): number;
  /** Ask for a turn after the input of this one has been seen to. */
  setImmediate(): number;
  clearTimer(id: number): void;
  /** Ask for a turn as soon as the microtasks are done, for the ticks that they left. */
  wantTick(): void;
};

type Callback = (...args: unknown[]) => unknown;

/** Node's own bounds: what is less than 1 ms, or more than a signed 32-bit integer, becomes 1 ms. */
const maxDelayMs = 2 ** 31 - 1;

let host: TimerHost | undefined;
let nextKey = 1;
const active = new Map<number, Timer>();
const byKey = new Map<number, Timer>();
let ticks: { callback: Callback; args: unknown[] }[] = [];
let draining = false;

/** Connects this isolate's timers to the host's loop. */
export function connectTimers(timerHost: TimerHost): void {
  host = timerHost;
}

function connectedHost(): TimerHost {
  if (!host) throw new Error('Timers start with the run.');
  return host;
}

class Timer {
  readonly key: number;
  id: number | undefined;
  readonly #callback: Callback;
  readonly #args: unknown[];
  readonly #delayMs: number;
  readonly #kind: 'timeout' | 'interval' | 'immediate';

  constructor(
    kind: 'timeout' | 'interval' | 'immediate',
    callback: Callback,
    delayMs: number,
    args: unknown[],
  ) {
    if (typeof callback !== 'function') {
      throw Object.assign(new TypeError('The "callback" argument must be of type function.'), {
        code: 'ERR_INVALID_ARG_TYPE',
      });
    }
    this.key = nextKey;
    nextKey += 1;
    this.#kind = kind;
    this.#callback = callback;
    this.#delayMs = delayMs >= 1 && delayMs <= maxDelayMs ? Math.trunc(delayMs) : 1;
    this.#args = args;
    byKey.set(this.key, this);
    this.#arm();
  }

  #arm(): void {
    this.id =
      this.#kind === 'immediate'
        ? connectedHost().setImmediate()
        : connectedHost().setTimer(this.#delayMs);
    active.set(this.id, this);
  }

  fire(): void {
    this.id = undefined;
    try {
      this.#callback(...this.#args);
    } finally {
      if (this.#kind === 'interval' && byKey.has(this.key)) this.#arm();
      else if (this.id === undefined) byKey.delete(this.key);
    }
  }

  close(): this {
    byKey.delete(this.key);
    if (this.id !== undefined) {
      active.delete(this.id);
      connectedHost().clearTimer(this.id);
      this.id = undefined;
    }
    return this;
  }

  refresh(): this {
    if (this.id !== undefined) {
      active.delete(this.id);
      connectedHost().clearTimer(this.id);
      this.#arm();
    }
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }

  [Symbol.toPrimitive](): number {
    return this.key;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

export function setTimeout(callback: Callback, delayMs = 1, ...args: unknown[]): Timer {
  return new Timer('timeout', callback, Number(delayMs), args);
}

export function setInterval(callback: Callback, delayMs = 1, ...args: unknown[]): Timer {
  return new Timer('interval', callback, Number(delayMs), args);
}

export function setImmediate(callback: Callback, ...args: unknown[]): Timer {
  return new Timer('immediate', callback, 1, args);
}

function clear(timer: unknown): void {
  if (timer instanceof Timer) timer.close();
  else if (typeof timer === 'number' || typeof timer === 'string')
    byKey.get(Number(timer))?.close();
}
export { clear as clearImmediate, clear as clearInterval, clear as clearTimeout };

export function nextTick(callback: Callback, ...args: unknown[]): void {
  if (ticks.length === 0 && !draining) host?.wantTick();
  ticks.push({ callback, args });
}

/** Runs what `nextTick` was given, and what that gives it in turn. */
export function runTicks(): void {
  draining = true;
  try {
    while (ticks.length > 0) {
      const batch = ticks;
      ticks = [];
      for (let index = 0; index < batch.length; index += 1) {
        const tick = batch[index];
        try {
          tick?.callback(...tick.args);
        } catch (error) {
          ticks = [...batch.slice(index + 1), ...ticks];
          throw error;
        }
      }
    }
  } finally {
    draining = false;
    if (ticks.length > 0) host?.wantTick();
  }
}

/** The host's turn for a timer that has come due. */
export function fireTimer(id: number): void {
  const timer = active.get(id);
  active.delete(id);
  timer?.fire();
}

for (const [name, value] of Object.entries({
  setTimeout,
  setInterval,
  setImmediate,
  clearTimeout: clear,
  clearInterval: clear,
  clearImmediate: clear,
})) {
  Object.defineProperty(globalThis, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
