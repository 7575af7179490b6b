/** A statement that the solution has sent. */
export type Query = { text: string; rows: number };

/** What PostgreSQL answers in the place of a statement's result, as programs know it by its SQLSTATE. */
export type PostgresFailure =
  /** 40001: under SERIALIZABLE or REPEATABLE READ, another transaction came first. */
  | 'serialization_failure'
  /** 40P01: this transaction was chosen to end a deadlock. */
  | 'deadlock_detected'
  /** 55P03: NOWAIT, or lock_timeout. */
  | 'lock_not_available'
  /** 57014: statement_timeout. */
  | 'query_canceled'
  /** 53300 */
  | 'too_many_connections'
  /** 53100 */
  | 'disk_full'
  /** 57P01: the server is being shut down, and closes the connection. */
  | 'admin_shutdown'
  /** No answer: the connection is gone. */
  | 'connection_lost';

export type PostgresFailureOptions = {
  error: PostgresFailure;
  /** Which statements: those that have this text in them (whatever its case), or that it matches. All unless given. */
  statement?: string | RegExp;
  /** How many of them fail; 1 unless given, and `Infinity` is possible. */
  times?: number;
  /** How many of them succeed first; 0 unless given. */
  skip?: number;
  /** `connection_lost` alone: the statement has had its effect and only its answer is lost. */
  executed?: boolean;
};

/** `executed`: the statement has had its effect when the solution dies. */
export type PostgresCrashOptions = Pick<
  PostgresFailureOptions,
  'statement' | 'times' | 'skip' | 'executed'
>;

/** What PostgreSQL intends to do for a statement. */
export type Plan = {
  /** Tables that are read from end to end. */
  sequentialScans: string[];
  /** Indexes that are used. */
  indexes: string[];
  /** The kinds of all steps, outermost first: "Nested Loop", "Sort", … */
  steps: string[];
  /** The planner's own estimate, in its units. */
  cost: number;
  /** As EXPLAIN prints it. */
  text: string;
};

export type Postgres = {
  /** Statements that the solution has sent since the test began. */
  readonly queries: Query[];
  /** A query of the test's own, which is not counted. Parameters are $1, $2, … */
  query(text: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>;
  /**
   * The plan of a statement, with its parameters left open. Tables in tests are small, where reading all of
   * them is right; so the planner prefers indexes here, and a sequential scan means that none was of use.
   */
  plan(statement: string | Query): Promise<Plan>;
  /** Makes statements of this test fail. What is left of it when the test ends is dropped. */
  fail(options: PostgresFailureOptions): { readonly failed: number };
  /** Kills the solution when it sends a statement, and starts it afresh: what waits for it is lost. */
  crash(options: PostgresCrashOptions): { readonly failed: number };
  /** Ends what is left of all failures and crashes. */
  recover(): void;
};
