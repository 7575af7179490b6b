/** A copy of a document in the browser, which outlives the page. */
export type OfflineCopy = {
  /** Settles once what an earlier visit left is in the document. Never rejects: without storage there is no copy. */
  loaded: Promise<void>;
  /** Whether the browser keeps a copy, as far as is known: some private windows do not. */
  readonly works: boolean;
  /** How many changes earlier visits left unacknowledged; known once it is loaded. */
  readonly unsent: number;
  /** How many changes are still being written, and would be lost with the page now; none where that is not known. */
  readonly unwritten?: number;
  /** Called whenever `unwritten` is another number. */
  onWriting?: () => void;
  /** Keeps in mind for the next visit how many changes of this and of earlier ones are not acknowledged. */
  noteUnsent(count: number): void;
  close(): Promise<void>;
};
