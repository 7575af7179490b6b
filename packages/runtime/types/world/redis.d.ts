/** A command that the solution has sent. */
export type RedisCommand = {
  /** In capitals: "SET". */
  command: string;
  args: string[];
};

/** What Redis answers in the place of a command's result. */
export type RedisFailure =
  /** LOADING: it has just started. */
  | 'loading'
  /** OOM: its memory is full. */
  | 'out_of_memory'
  /** READONLY: it is a replica now. */
  | 'read_only'
  /** BUSY: a script blocks it. */
  | 'busy'
  /** No answer: the connection is gone. */
  | 'connection_lost';

export type RedisFailureOptions = {
  error: RedisFailure;
  /** Which commands: those that have this text in them ("SET lock:"), whatever its case, or that it matches. All unless given. */
  command?: string | RegExp;
  /** How many of them fail; 1 unless given, and `Infinity` is possible. */
  times?: number;
  /** How many of them succeed first; 0 unless given. */
  skip?: number;
  /** `connection_lost` alone: the command has had its effect and only its answer is lost. */
  executed?: boolean;
};

/** `executed`: the command has had its effect when the solution dies. */
export type RedisCrashOptions = Pick<
  RedisFailureOptions,
  'command' | 'times' | 'skip' | 'executed'
>;

export type Redis = {
  /** Commands that the solution has sent since the test began. */
  readonly commands: RedisCommand[];
  /** What was published since the test began, by anybody. */
  readonly published: { channel: string; message: string }[];
  /** A command of the test's own, which is not counted: `redis.call('GET', 'key')`. Hashes come back as objects. */
  call(command: string, ...args: (string | number)[]): Promise<unknown>;
  /** Makes commands of this test fail. What is left of it when the test ends is dropped. */
  fail(options: RedisFailureOptions): { readonly failed: number };
  /** Kills the solution when it sends a command, and starts it afresh: what waits for it is lost. */
  crash(options: RedisCrashOptions): { readonly failed: number };
  /** Ends what is left of all failures and crashes. */
  recover(): void;
};
