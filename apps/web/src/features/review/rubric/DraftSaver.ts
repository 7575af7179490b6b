export type DraftState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed'; message: string };

/** A pause in typing of this length, ms, saves the draft. */
const pauseMs = 700;
/** After a failure it is tried again, ms. */
const retryMs = 4_000;

/**
 * Saves a draft after every pause: one save at a time, the last state winning. What failed is tried again
 * when that can help. Whoever makes it ends it with `close`.
 */
export class DraftSaver<Draft> {
  readonly #save: (draft: Draft) => Promise<void>;
  readonly #explain: (error: unknown) => { message: string; canRetry: boolean };
  readonly #onState: (state: DraftState) => void;
  #unsaved: { draft: Draft } | undefined;
  #saving: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: {
    save: (draft: Draft) => Promise<void>;
    explain: (error: unknown) => { message: string; canRetry: boolean };
    onState: (state: DraftState) => void;
  }) {
    this.#save = options.save;
    this.#explain = options.explain;
    this.#onState = options.onState;
  }

  /** Whether something was changed that is not known to be saved. */
  get hasUnsaved(): boolean {
    return this.#unsaved !== undefined || this.#saving !== undefined;
  }

  change(draft: Draft): void {
    this.#unsaved = { draft };
    this.#onState({ kind: 'saving' });
    this.#schedule(pauseMs);
  }

  /** Saves what is unsaved now, and settles when that is done or has failed. Never rejects. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    if (this.#unsaved === undefined) return;
    const unsaved = this.#unsaved;
    this.#unsaved = undefined;
    this.#onState({ kind: 'saving' });
    this.#saving = this.#attempt(unsaved);
    await this.#saving;
  }

  /** Saves what is unsaved and stops; a failure is not tried again. */
  async close(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
    this.#unsaved = undefined;
  }

  async #attempt(unsaved: { draft: Draft }): Promise<void> {
    try {
      await this.#save(unsaved.draft);
      if (this.#unsaved === undefined) this.#onState({ kind: 'saved', at: new Date() });
    } catch (error) {
      // Something newer may have come meanwhile; it contains this.
      this.#unsaved ??= unsaved;
      const { message, canRetry } = this.#explain(error);
      this.#onState({ kind: 'failed', message });
      if (canRetry) this.#schedule(retryMs);
    } finally {
      this.#saving = undefined;
    }
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }
}
