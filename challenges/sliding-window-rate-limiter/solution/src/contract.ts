export type LimiterOptions = {
  /** How much one key may spend within the window. */
  limit: number;
  windowMs: number;
};

export type Decision = {
  allowed: boolean;
  /** What the key may still spend now, after this decision. */
  remaining: number;
  /** 0 when allowed; otherwise after how many milliseconds the same call would be allowed. */
  retryAfterMs: number;
};

export type AcquireOptions = {
  cost?: number;
  /** How long to wait at most; without it, as long as it takes. */
  timeoutMs?: number;
};

export type Limiter = {
  check(key: string, cost?: number): Decision;
  acquire(key: string, options?: AcquireOptions): Promise<void>;
  size(): number;
};
