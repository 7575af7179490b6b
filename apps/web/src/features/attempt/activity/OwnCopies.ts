/** What was copied or cut on this page last. Whoever makes one closes it. */
export class OwnCopies {
  #last: string | undefined;
  readonly #remember = (event: ClipboardEvent) => {
    this.#last = event.clipboardData?.getData('text/plain') || document.getSelection()?.toString();
  };

  constructor() {
    // After the editor's own listener, which fills the clipboard.
    document.addEventListener('copy', this.#remember);
    document.addEventListener('cut', this.#remember);
  }

  /** Whether a text is what was copied here. The editor indents what is pasted, so white space does not count. */
  has(text: string): boolean {
    const words = (from: string) => from.replace(/\s+/g, '');
    return this.#last !== undefined && words(text) === words(this.#last);
  }

  close(): void {
    document.removeEventListener('copy', this.#remember);
    document.removeEventListener('cut', this.#remember);
  }
}
