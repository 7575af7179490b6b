declare module 'linebreak' {
  /** Where lines of a text may be broken, by UAX 14. */
  export default class LineBreaker {
    constructor(text: string);
    /** The next place, as an index of code units; null after the end of the text. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}
