import type { Awareness, Cursor } from '@assay/contracts/live';

/** How long a cursor waits for the change that moved it, ms: a place in text that nobody has yet is no place. */
const carryMs = 20;

/** Where oneself is, on its way to the others: with the change that moved the cursor, or by itself. */
export class OwnAwareness {
  readonly #send: (awareness: Awareness | null) => void;
  readonly #isTyping: () => boolean;
  #now: Awareness | undefined;
  /** As the server was told last. */
  #told: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `isTyping` says whether changes of the text are not there yet; `send` is called once they are. */
  constructor(send: (awareness: Awareness | null) => void, isTyping: () => boolean) {
    this.#send = send;
    this.#isTyping = isTyping;
  }

  set(awareness: Awareness): void {
    this.#now = awareness;
    this.#timer ??= setTimeout(() => this.#say(), carryMs);
  }

  /** The cursor, for a change to carry. */
  takeCursor(): Cursor | undefined {
    const [cursor, ...others] = this.#now?.cursors ?? [];
    if (cursor === undefined || others.length > 0 || this.#now === undefined) return undefined;
    if (this.#told === JSON.stringify(this.#now)) return undefined;
    const told = this.#told === undefined ? undefined : (JSON.parse(this.#told) as Awareness);
    // The server moves the cursor of somebody of whom it knows that they have one.
    if (told?.cursors === undefined || told.file !== this.#now.file) return undefined;
    this.#told = JSON.stringify({ ...told, cursors: [cursor] });
    return cursor;
  }

  /** Tells everything again: to a server that does not know it. */
  again(): void {
    this.#told = undefined;
    this.#say();
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #say(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#now === undefined || this.#told === JSON.stringify(this.#now)) return;
    if (this.#isTyping()) {
      this.#timer = setTimeout(() => this.#say(), carryMs);
      return;
    }
    this.#told = JSON.stringify(this.#now);
    this.#send(this.#now);
  }
}
