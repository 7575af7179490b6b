import ivm from 'isolated-vm';
import { metered, threadCpuMs } from './cpuMeter.ts';

/** Why an isolate could not go on. */
export class GuestStopped extends Error {
  readonly reason: 'cpu' | 'starved' | 'memory';

  constructor(reason: GuestStopped['reason']) {
    super(`The isolate was stopped: ${reason}.`);
    this.reason = reason;
  }
}

/** How much of the real time this thread must have had for a stop to count; below, the machine was busy. */
const usedShare = 0.8;
/** What isolated-vm throws when it has stopped a guest. A guest can throw the same words, but not take the time. */
const timedOut = 'Script execution timed out.';
/** Ticks of one turn that breed further ticks. Counters `process.nextTick` storms that never yield. */
const maxTickRounds = 10_000;

/** Node makes it when it is first asked for: better while a runner waits than in a candidate's run. */
const clock = performance;

type HostFunctions = { wantTick(): void } & Record<string, (...args: never[]) => unknown>;

/**
 * One context of an isolate from a start-up snapshot. Nothing of isolated-vm is ever reachable from
 * the guest: host functions are callbacks handed to a boot function, which is removed first.
 */
export class GuestIsolate {
  readonly #isolate: ivm.Isolate;
  readonly #context: ivm.Context;
  #turn: ivm.Reference | undefined;
  readonly #account = { usedMs: 0, realMs: 0 };
  readonly #ticks = { wanted: false };
  readonly #onLeave: (() => void) | undefined;
  #gone = false;
  /** Turns of its own that it is in the midst of. */
  #turns = 0;
  #stopped = false;

  /**
   * @param parts What its language starts from.
   * @param onLeave Hears that the isolate is free for another guest; without it, the isolate goes with this one.
   */
  constructor(isolate: ivm.Isolate, parts: readonly ArrayBuffer[] = [], onLeave?: () => void) {
    this.#isolate = isolate;
    this.#onLeave = onLeave;
    this.#context = isolate.createContextSync();
    this.#context.evalClosureSync(
      '__prepare(...arguments); delete globalThis.__prepare',
      parts.map((part) => new ivm.ExternalCopy(part).copyInto({ release: true, transferIn: true })),
    );
  }

  /** Called before the guest goes. */
  onDispose: () => void = () => {};

  /** Evaluates an expression of our own; the guest's code must not be able to take part in it. */
  evaluate(expression: string): string {
    return String(this.#context.evalSync(expression));
  }

  /** CPU that the guest has used, ms. */
  get cpuMs(): number {
    return this.#account.usedMs;
  }

  /** Real time that the guest has run for, ms: finer than CPU, and no less. */
  get realMs(): number {
    return this.#account.realMs;
  }

  /**
   * Starts the guest. `host` functions get and give only numbers and strings, and must not throw:
   * an error of the host's would show the guest where the host lives.
   */
  boot(host: HostFunctions, ...values: (string | number)[]): void {
    const names = Object.keys(host);
    const wrapped = { ...host, wantTick: () => void (this.#ticks.wanted = true) };
    const callbacks = names.map(
      (name) =>
        new ivm.Callback(wrapped[name as keyof typeof wrapped] as (...args: unknown[]) => unknown),
    );
    const hostLiteral = names.map((name, index) => `${name}: $${index}`).join(', ');
    const valueList = values.map((_value, index) => `$${names.length + index}`).join(', ');
    this.#turn = this.#context.evalClosureSync(
      `const boot = globalThis.__boot; delete globalThis.__boot; delete globalThis.__warmUp; delete globalThis.__makeMemory; return boot({ ${hostLiteral} }, ${valueList});`,
      [...callbacks, ...values],
      { result: { reference: true } },
    );
  }

  /**
   * Gives the guest one turn and what its ticks ask for, and returns the turn's answer.
   * @param cpuMs CPU that it may use; real time is bounded by `patience` times that.
   * @throws {GuestStopped} when it used that up or outgrew its heap.
   */
  turn(cpuMs: number, patience: number, op: string, ...args: (string | number)[]): string {
    const before = this.cpuMs;
    const apply = (...given: (string | number)[]): string => {
      const left = cpuMs - (this.cpuMs - before);
      if (left <= 0) throw new GuestStopped('cpu');
      return this.#apply(left, Math.max(1, Math.ceil(left * patience)), given);
    };
    const answer = apply(op, ...args);
    for (let round = 0; this.#ticks.wanted; round += 1) {
      if (round > maxTickRounds) throw new GuestStopped('cpu');
      this.#ticks.wanted = false;
      apply('tick');
    }
    return answer;
  }

  #apply(cpuMs: number, timeoutMs: number, given: (string | number)[]): string {
    const started = { ms: clock.now(), threadMs: threadCpuMs(), guestMs: this.cpuMs };
    this.#turns += 1;
    try {
      const answer = metered(this.#account, (): unknown =>
        this.#turn?.applySync(undefined, given, { timeout: timeoutMs }),
      );
      return typeof answer === 'string' ? answer : '';
    } catch (error) {
      this.#stopped = true;
      if (this.#isolate.isDisposed) throw new GuestStopped('memory');
      const took = clock.now() - started.ms;
      if (!(error instanceof Error) || error.message !== timedOut || took < timeoutMs) throw error;
      const hadCpu =
        threadCpuMs() - started.threadMs >= took * usedShare ||
        this.cpuMs - started.guestMs >= cpuMs * usedShare;
      // What it used beyond its limit, it used because a busy machine stopped it late.
      this.#account.usedMs = Math.min(this.cpuMs, started.guestMs + cpuMs);
      throw new GuestStopped(hadCpu ? 'cpu' : 'starved');
    } finally {
      this.#turns -= 1;
    }
  }

  /** Ends it at once, also in the midst of a turn. One that went in peace leaves its isolate to the next. */
  dispose(): void {
    if (this.#gone || this.#isolate.isDisposed) return;
    this.onDispose();
    this.#gone = true;
    if (!this.#onLeave || this.#stopped || this.#turns > 0) {
      this.#isolate.dispose();
      return;
    }
    this.#turn?.release();
    this.#context.release();
    this.#onLeave();
  }
}
