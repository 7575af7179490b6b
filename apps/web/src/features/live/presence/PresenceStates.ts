import type { Awareness, AwarenessChange } from '@assay/contracts/live';
import type { Presence } from './presence.ts';

/** Where the others are, as one message after the other says it. */
export class PresenceStates implements Presence {
  #states: ReadonlyMap<string, Awareness> = new Map();
  readonly #listeners = new Set<() => void>();

  readonly others = () => this.#states;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  apply(changes: readonly AwarenessChange[]): void {
    const next = new Map(this.#states);
    for (const [connection, state] of changes) {
      if (state === null) next.delete(connection);
      else next.set(connection, state);
    }
    this.#states = next;
    for (const listener of this.#listeners) listener();
  }
}
