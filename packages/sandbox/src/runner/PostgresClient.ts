import type { Link } from '#postgres/Link.ts';
import { isPostgresReply, type LoggedQuery, type PostgresReply } from '#postgres/PostgresReply.ts';
import type { PostgresRequest } from '#postgres/PostgresRequest.ts';
import type { QueryFailureRequest } from './queryFailure.ts';

type PostgresWorld = {
  seed: number;
  /** Virtual time, ms since the epoch. */
  now(): number;
  /** A connection's number, never used twice in a run. */
  nextConnection(): number;
  /** Bytes for a connection, one character each; none when it has closed. */
  deliver(connection: number, binary: string): void;
  onQuery(query: LoggedQuery): void;
  /** The server has gone down over something that it was sent. */
  onBroken(reason: string): void;
  /** A test wants the solution to die at this point. */
  onCrash(): void;
};

/**
 * The run's PostgreSQL, which is in another process. Each call waits for its answer, so that nothing else of
 * the run happens meanwhile and it repeats itself exactly.
 */
export class PostgresClient {
  readonly #link: Link;
  readonly #world: PostgresWorld;
  readonly #open = new Set<number>();
  #failuresPlanned = false;
  /** Whether a connection is in the midst of a transaction, which nobody else would see yet. */
  inTransaction = false;

  constructor(link: Link, world: PostgresWorld) {
    this.#link = link;
    this.#world = world;
    this.#ask({ op: 'begin', seed: world.seed });
  }

  /** The other side learns of a connection with its first bytes. */
  open(): number {
    const connection = this.#world.nextConnection();
    this.#open.add(connection);
    return connection;
  }

  receive(connection: number, binary: string): void {
    if (!this.#open.has(connection)) return;
    this.#ask(
      { op: 'receive', nowMs: this.#world.now(), connection },
      Buffer.from(binary, 'latin1'),
    );
  }

  close(connection: number): void {
    if (this.#open.has(connection))
      this.#ask({ op: 'close', nowMs: this.#world.now(), connection });
  }

  /** What happens to connections when the program behind them dies. */
  closeAll(): void {
    for (const connection of this.#open) this.close(connection);
  }

  /**
   * Sends one message of the tests' own, and gives what PostgreSQL answered.
   * @param ownSettings Whether it runs with the settings of a fresh session, whatever the solution has set.
   */
  exchange(message: Uint8Array, { ownSettings = false } = {}): Buffer {
    return this.#ask({ op: 'exchange', nowMs: this.#world.now(), ownSettings }, message).bytes;
  }

  /** Plans a failure of statements and gives its id. */
  fail(failure: QueryFailureRequest): number {
    this.#failuresPlanned = true;
    return this.#ask({ op: 'fail', failure }).value;
  }

  /** How many statements the failure `id` has met. */
  failed(id: number): number {
    return this.#ask({ op: 'failed', id }).value;
  }

  forgetFailures(): void {
    if (this.#failuresPlanned) this.#ask({ op: 'forgetFailures' });
    this.#failuresPlanned = false;
  }

  #ask(request: PostgresRequest, bytes?: Uint8Array): { value: number; bytes: Buffer } {
    const reply = this.#link.send(request, bytes && [bytes]) ? this.#link.receive() : undefined;
    if (!reply || !isPostgresReply(reply.head)) return waitForEnd();
    return { value: reply.head.value, bytes: this.#pass(reply.head, reply.bytes) };
  }

  /** Passes on what happened in an exchange; what is left of the bytes is the answer. */
  #pass(
    { deliveries, queries, inTransaction, broken, crash }: PostgresReply,
    bytes: Buffer,
  ): Buffer {
    this.inTransaction = inTransaction;
    let passed = 0;
    for (const [connection, length] of deliveries) {
      if (length === 0) this.#open.delete(connection);
      this.#world.deliver(connection, bytes.toString('latin1', passed, passed + length));
      passed += length;
    }
    for (const query of queries) this.#world.onQuery(query);
    if (broken !== undefined) this.#world.onBroken(broken);
    if (crash) this.#world.onCrash();
    return bytes.subarray(passed);
  }
}

/** Without its PostgreSQL a run cannot go on. What that means is for the parent to say, which ends both. */
function waitForEnd(): never {
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
