/** Timers and ticks of an isolate, kept by the host's event loop. */
import { currentFrame, runInFrame } from './asyncContext.ts';

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
let ticks: { callback: Callback; args: unknown[]; frame: unknown }[] = [];
let draining = false;

/** Refuses what is no function, in Node's words once its library is there. */
let validateCallback = (callback: unknown): void => {
  if (typeof callback !== 'function') throw new TypeError('A callback is a function.');
};

export function setCallbackValidator(validate: (callback: unknown) => void): void {
  validateCallback = validate;
}

/** Connects this isolate's timers to the host's loop. */
export function connectTimers(timerHost: TimerHost): void {
  host = timerHost;
}

function connectedHost(): TimerHost {
  if (!host) throw new Error('Timers start with the run.');
  return host;
}

/** Node warns of a delay that cannot be kept. */
function warnOfDelay(delayMs: number): void {
  const [problem, type] = Number.isNaN(delayMs)
    ? ['is not a number', 'TimeoutNaNWarning']
    : delayMs < 0
      ? ['is a negative number', 'TimeoutNegativeWarning']
      : ['does not fit into a 32-bit signed integer', 'TimeoutOverflowWarning'];
  globalThis.process.emitWarning(`${delayMs} ${problem}.\nTimeout duration was set to 1.`, type);
}

abstract class Timer {
  readonly key: number;
  id: number | undefined;
  readonly #callback: Callback;
  readonly #args: unknown[];
  readonly #frame = currentFrame();
  #referenced = true;

  constructor(callback: Callback, args: unknown[]) {
    validateCallback(callback);
    this.key = nextKey;
    nextKey += 1;
    this.#callback = callback;
    this.#args = args;
    byKey.set(this.key, this);
  }

  /** Asks the host for the turn. */
  protected abstract ask(): number;
  protected abstract readonly repeats: boolean;

  arm(): this {
    this.id = this.ask();
    active.set(this.id, this);
    return this;
  }

  fire(): void {
    this.id = undefined;
    try {
      runInFrame(this.#frame, () => Reflect.apply(this.#callback, this, this.#args));
    } finally {
      if (this.repeats && byKey.has(this.key)) this.arm();
      else if (this.id === undefined) byKey.delete(this.key);
    }
  }

  disarm(): void {
    byKey.delete(this.key);
    if (this.id === undefined) return;
    active.delete(this.id);
    connectedHost().clearTimer(this.id);
    this.id = undefined;
  }

  ref(): this {
    this.#referenced = true;
    return this;
  }

  /** Remembered and no more: what runs the tests keeps the program alive, as a server would. */
  unref(): this {
    this.#referenced = false;
    return this;
  }

  hasRef(): boolean {
    return this.#referenced;
  }

  [Symbol.dispose](): void {
    this.disarm();
  }
}

class Timeout extends Timer {
  readonly #delayMs: number;
  protected readonly repeats: boolean;

  constructor(callback: Callback, delayMs: unknown, args: unknown[], repeats: boolean) {
    super(callback, args);
    const wanted = Number(delayMs);
    if (delayMs !== undefined && !(wanted >= 0 && wanted <= maxDelayMs)) warnOfDelay(wanted);
    this.#delayMs = wanted >= 1 && wanted <= maxDelayMs ? Math.trunc(wanted) : 1;
    this.repeats = repeats;
    this.arm();
  }

  protected ask(): number {
    return connectedHost().setTimer(this.#delayMs);
  }

  refresh(): this {
    if (this.id !== undefined) {
      this.disarm();
      byKey.set(this.key, this);
      this.arm();
    }
    return this;
  }

  close(): this {
    this.disarm();
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.key;
  }
}

class Immediate extends Timer {
  protected readonly repeats = false;

  constructor(callback: Callback, args: unknown[]) {
    super(callback, args);
    this.arm();
  }

  protected ask(): number {
    return connectedHost().setImmediate();
  }
}

export function setTimeout(callback: Callback, delayMs?: number, ...args: unknown[]): Timeout {
  return new Timeout(callback, delayMs, args, false);
}

export function setInterval(callback: Callback, delayMs?: number, ...args: unknown[]): Timeout {
  return new Timeout(callback, delayMs, args, true);
}

export function setImmediate(callback: Callback, ...args: unknown[]): Immediate {
  return new Immediate(callback, args);
}

export function clearTimeout(timer?: unknown): void {
  if (timer instanceof Timer) timer.disarm();
  else if (typeof timer === 'number' || typeof timer === 'string')
    byKey.get(Number(timer))?.disarm();
}
export { clearTimeout as clearImmediate, clearTimeout as clearInterval };

export function nextTick(callback: Callback, ...args: unknown[]): void {
  validateCallback(callback);
  if (ticks.length === 0 && !draining) host?.wantTick();
  ticks.push({ callback, args, frame: currentFrame() });
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
          if (tick) runInFrame(tick.frame, () => tick.callback(...tick.args));
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
  clearTimeout,
  clearInterval: clearTimeout,
  clearImmediate: clearTimeout,
})) {
  Object.defineProperty(globalThis, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
