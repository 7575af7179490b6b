import type { BreakerState } from './contract.ts';

/** Tells the breaker how a try went. */
export type Leave = (worked: boolean) => void;

type State =
  | { is: 'closed'; failures: number }
  | { is: 'open'; until: number }
  | { is: 'probing' };

/**
 * Each change makes a new state object, and a try remembers the one that it left from: what comes late finds
 * that it is not the current one, and says nothing.
 */
export class Breaker {
  readonly #failures: number;
  readonly #openMs: number;
  #state: State = { is: 'closed', failures: 0 };

  constructor({ failures, openMs }: { failures: number; openMs: number }) {
    this.#failures = failures;
    this.#openMs = openMs;
  }

  state(): BreakerState {
    switch (this.#state.is) {
      case 'closed':
        return 'closed';
      case 'probing':
        return 'half-open';
      case 'open':
        return this.opensInMs() > 0 ? 'open' : 'half-open';
    }
  }

  opensInMs(): number {
    return this.#state.is === 'open' ? Math.max(0, this.#state.until - Date.now()) : 0;
  }

  /** Leave to send one request, or nothing when none may be sent. */
  leave(): Leave | undefined {
    const state = this.#state;
    if (state.is === 'closed')
      return (worked) => {
        if (this.#state !== state) return;
        state.failures = worked ? 0 : state.failures + 1;
        if (state.failures >= this.#failures) this.#open();
      };
    if (this.state() !== 'half-open' || state.is === 'probing') return undefined;
    this.#state = { is: 'probing' };
    return (worked) => {
      if (worked) this.#state = { is: 'closed', failures: 0 };
      else this.#open();
    };
  }

  #open(): void {
    this.#state = { is: 'open', until: Date.now() + this.#openMs };
  }
}
