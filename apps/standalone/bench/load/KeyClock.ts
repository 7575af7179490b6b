import { filesOf } from '@assay/workspace';
import type { DocumentProvider } from '@assay/workspace/browser';
import * as Y from 'yjs';

/** Types at the end of a file, in a comment, and measures until each key is said to be saved, ms. */
export class KeyClock {
  readonly #provider: DocumentProvider;
  readonly #file: string;
  readonly #end: () => void;
  #unsaved: number[] = [];
  #typed = 0;
  readonly latencies: number[] = [];

  constructor(provider: DocumentProvider, file: string) {
    this.#provider = provider;
    this.#file = file;
    this.#end = provider.subscribe(() => {
      if (provider.saveState.kind !== 'saved') return;
      const now = performance.now();
      for (const at of this.#unsaved) this.latencies.push(now - at);
      this.#unsaved = [];
    });
  }

  /** Keys that no answer came for yet. */
  get pending(): number {
    return this.#unsaved.length;
  }

  /** One key; every fortieth begins a line, so that the code stays what it was. */
  press(): void {
    const text = filesOf(this.#provider.doc).get(this.#file) ?? new Y.Text();
    this.#unsaved.push(performance.now());
    text.insert(text.length, this.#typed % 40 === 0 ? '\n// x' : 'x');
    this.#typed += 1;
  }

  close(): void {
    this.#end();
  }
}
