import type { Awareness, RosterEntry } from '@assay/contracts/live';
import type { Presence } from './presence.ts';

/** Keeps to where one person is, until it is ended or the person has gone. */
export class Follower {
  readonly #presence: Presence;
  readonly #go: (place: Awareness) => void;
  readonly #end: () => void;
  readonly #stopListening: () => void;
  #person: RosterEntry;
  #last: Awareness | undefined;

  /** `go` is called with each place of the person, at once where it is known; `end` when they have left. */
  constructor(
    presence: Presence,
    person: RosterEntry,
    { go, end }: { go: (place: Awareness) => void; end: () => void },
  ) {
    this.#presence = presence;
    this.#person = person;
    this.#go = go;
    this.#end = end;
    this.#stopListening = presence.subscribe(this.#keepUp);
    this.#keepUp();
  }

  /** What the server says of the followed person now: other pages of theirs, or that they are away. */
  setPerson(person: RosterEntry | undefined): void {
    if (person === undefined || person.presence !== 'present') this.#end();
    else this.#person = person;
  }

  /** Goes there again, to where they are now: when what was to be shown has come only now. */
  again(): void {
    if (this.#last !== undefined) this.#go(this.#last);
  }

  dispose(): void {
    this.#stopListening();
  }

  readonly #keepUp = () => {
    const others = this.#presence.others();
    const place = this.#person.connections.map((id) => others.get(id)).find((state) => state);
    if (place === undefined || place === this.#last) return;
    this.#last = place;
    this.#go(place);
  };
}
