import type { BreakerState } from './contract.ts';

const failuresToOpen = 5;
const openMs = 10_000;

type Condition =
  | { is: 'closed'; failuresInARow: number }
  | { is: 'open'; until: number }
  /** Waiting for the one try that decides. */
  | { is: 'trying' };

/** Tells whether a try that was let through has succeeded. */
export type Report = (succeeded: boolean) => void;

/** Knows whether the service may be asked. It knows nothing of what is asked. */
export class Breaker {
  #now: Condition = { is: 'closed', failuresInARow: 0 };

  get state(): BreakerState {
    if (this.#now.is === 'closed') return 'closed';
    return this.remainingMs > 0 ? 'open' : 'half-open';
  }

  /** How long it stays open, ms. */
  get remainingMs(): number {
    return this.#now.is === 'open' ? Math.max(0, this.#now.until - Date.now()) : 0;
  }

  /** Lets a try through, which has to be reported on; or nothing, if none may be made. */
  enter(): Report | undefined {
    if (this.#now.is === 'closed') return (succeeded) => this.#count(succeeded);
    if (this.#now.is === 'trying' || this.remainingMs > 0) return undefined;
    this.#now = { is: 'trying' };
    return (succeeded) => (succeeded ? this.#close() : this.#open());
  }

  #count(succeeded: boolean): void {
    if (succeeded) return this.#close();
    if (this.#now.is !== 'closed') return;
    this.#now.failuresInARow += 1;
    if (this.#now.failuresInARow === failuresToOpen) this.#open();
  }

  #close(): void {
    this.#now = { is: 'closed', failuresInARow: 0 };
  }

  #open(): void {
    this.#now = { is: 'open', until: Date.now() + openMs };
  }
}
