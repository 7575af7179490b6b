import type { Awareness } from '@assay/contracts/live';

/** What of the place changes; `undefined` takes something away. */
export type PlaceChange = { [Key in keyof Awareness]?: Awareness[Key] | undefined };

/** The shortest time between two messages, ms. Twenty a second look smooth, and a mouse reports five times as many. */
const restMs = 50;

/** Where oneself is, told to the others: each message is the whole, and the last one always arrives. */
export class OwnPlace {
  readonly #send: (place: Awareness) => void;
  #place: Awareness = { view: 'code' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  constructor(send: (place: Awareness) => void) {
    this.#send = send;
  }

  /** Changes what is named, at once or with what follows in the next moments. */
  tell(change: PlaceChange): void {
    const { view = this.#place.view, ...rest } = { ...this.#place, ...change };
    const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
    const place: Awareness = { view, ...Object.fromEntries(entries) };
    if (JSON.stringify(place) === JSON.stringify(this.#place)) return;
    this.#place = place;
    if (this.#timer === undefined) this.#say();
    else this.#isDue = true;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isDue = false;
  }

  #say(): void {
    this.#isDue = false;
    this.#send(this.#place);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isDue) this.#say();
    }, restMs);
  }
}
