export type CacheOptions<Value> = {
  /** Asks the source. May reject or throw. */
  load: (key: string) => Promise<Value>;
  /** So long an answer is given without asking again. */
  freshMs: number;
  /** So much longer it is given while a new one is loaded; 0 unless said otherwise. */
  staleMs?: number;
  /** Pause after a background load that failed; 1000 unless said otherwise. */
  retryMs?: number;
  /** How many answers are held at most; 1000 unless said otherwise. */
  maxEntries?: number;
};

export type Cache<Value> = {
  get(key: string): Promise<Value>;
  delete(key: string): void;
  size(): number;
};
