import type { Awareness, AwarenessChange, Cursor } from '@assay/contracts/live';
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
    this.#set(next);
  }

  /** Cursors as they are after a change of theirs. */
  move(cursors: readonly (readonly [connection: string, cursor: Cursor])[]): void {
    const next = new Map(this.#states);
    for (const [connection, cursor] of cursors) {
      const state = next.get(connection);
      if (state) next.set(connection, { ...state, cursors: [cursor] });
    }
    this.#set(next);
  }

  clear(): void {
    this.#set(new Map());
  }

  #set(states: ReadonlyMap<string, Awareness>): void {
    this.#states = states;
    for (const listener of this.#listeners) listener();
  }
}
