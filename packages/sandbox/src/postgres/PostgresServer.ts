import type { PGlite } from '@electric-sql/pglite';
import { PlannedFailures } from '#runner/PlannedFailures.ts';
import type { QueryFailure } from '#runner/queryFailure.ts';
import { lendHost, type PostgresHost } from './postgresHost.ts';
import type { LoggedQuery } from './PostgresReply.ts';
import {
  closeStatement,
  fatalReply,
  readMessages,
  readText,
  renameStatement,
  simpleQuery,
  startupReply,
} from './postgresWire.ts';
import { settingsOfTests } from './settingsOfTests.ts';

type Connection = {
  buffer: Buffer;
  started: boolean;
  waiting: Buffer[];
  inTransaction: boolean;
  /** An error has ended the current series of messages; what follows is skipped until its Sync. */
  skipping: boolean;
  /** What PGlite gets in one piece, and the statement that it runs with that. */
  series: Buffer[];
  statement: string | undefined;
  /** Texts of prepared statements, and of what is bound to portals, by name. */
  statements: Map<string, string>;
  portals: Map<string, string>;
};
/** Connections at a time, PostgreSQL's own default. */
const maxConnections = 100;
/** What one connection may send without finishing a message, bytes. Counters messages without end. */
const maxUnfinishedBytes = 16 * 1024 * 1024;

/**
 * The run's PostgreSQL as seen from a solution: connections that speak the wire protocol to one PGlite.
 * PGlite has one session, so that while a connection is in a transaction the others wait for it.
 */
export class PostgresServer {
  readonly #pglite: PGlite;
  readonly #deliver: (connection: number, bytes: Buffer) => void;
  readonly #onQuery: (query: LoggedQuery) => void;
  readonly #onBroken: (reason: string) => void;
  readonly #onCrash: () => void;
  readonly #host: PostgresHost;
  /** Whether it has gone down. */
  broken = false;
  readonly #connections = new Map<number, Connection>();
  readonly failures = new PlannedFailures<QueryFailure>();
  #holder: number | undefined;

  constructor(options: {
    pglite: PGlite;
    /** Bytes for a connection; none when it has closed. */
    deliver(connection: number, bytes: Buffer): void;
    onQuery(query: LoggedQuery): void;
    /** The server has gone down over something that it was sent. */
    onBroken(reason: string): void;
    /** A test wants the solution to die at this point. */
    onCrash(): void;
    /** Where clocks and randomness in SQL come from. */
    host: PostgresHost;
  }) {
    this.#pglite = options.pglite;
    this.#deliver = options.deliver;
    this.#onQuery = options.onQuery;
    this.#onBroken = options.onBroken;
    this.#onCrash = options.onCrash;
    this.#host = options.host;
  }

  /** Takes what a client sent. A connection begins with its first bytes; whoever sends numbers it. */
  receive(id: number, bytes: Uint8Array): void {
    const connection = this.#connections.get(id) ?? this.#open(id);
    connection.buffer = Buffer.concat([connection.buffer, bytes]);
    if (!connection.started && !this.#start(id, connection)) return;
    const { messages, rest } = readMessages(connection.buffer);
    connection.buffer = rest;
    if (rest.length > maxUnfinishedBytes) {
      this.close(id);
      return;
    }
    connection.waiting.push(...messages);
    this.#serve(id, connection);
  }

  #open(id: number): Connection {
    const connection: Connection = {
      buffer: Buffer.alloc(0),
      started: false,
      waiting: [],
      inTransaction: false,
      skipping: false,
      series: [],
      statement: undefined,
      statements: new Map(),
      portals: new Map(),
    };
    this.#connections.set(id, connection);
    return connection;
  }

  /** Answers the start-up message; true once the connection is ready for queries. */
  #start(id: number, connection: Connection): boolean {
    if (connection.buffer.length < 8) return false;
    const length = connection.buffer.readInt32BE(0);
    if (connection.buffer.length < length) return false;
    const code = connection.buffer.readInt32BE(4);
    connection.buffer = connection.buffer.subarray(length);
    const sslRequest = 80_877_103;
    if (code === sslRequest) {
      this.#deliver(id, Buffer.from('N'));
      return false;
    }
    if (this.#connections.size > maxConnections) {
      this.#deliver(id, fatalReply('53300', 'sorry, too many clients already'));
      this.close(id);
      return false;
    }
    connection.started = true;
    this.#deliver(id, startupReply(id));
    return true;
  }

  #serve(id: number, connection: Connection): void {
    if (this.#holder !== undefined && this.#holder !== id) return;
    while (connection.waiting.length > 0) {
      const message = connection.waiting.shift() ?? Buffer.alloc(0);
      const type = String.fromCharCode(message[0] ?? 0);
      if (type === 'X') {
        this.close(id);
        return;
      }
      this.#holder = id;
      this.#execute(id, connection, type, message);
      if (!this.#connections.has(id)) return;
      if (type === 'Q' || type === 'S') connection.inTransaction = this.#transactionStatus !== 'I';
      const finished = (type === 'Q' || type === 'S') && !connection.inTransaction;
      if (finished) this.#release();
    }
  }

  #transactionStatus = 'I';

  #execute(id: number, connection: Connection, type: string, received: Buffer): void {
    if (type === 'S') connection.skipping = false;
    if (connection.skipping) return;
    const text = statementOf(connection, type, received);
    const message = withOwnName(id, type, received);
    if (text !== undefined) {
      if (connection.statement !== undefined) this.#send(id, connection);
      const failure = this.#transactionStatus === 'E' ? undefined : this.failures.take(text);
      if (failure) {
        this.#send(id, connection);
        this.#fail(id, connection, { text, type, message, failure });
        return;
      }
      connection.statement = text;
    }
    // A driver sends a query as five messages at once; PGlite takes them together.
    connection.series.push(message);
    if (type === 'Q' || type === 'S' || connection.waiting.length === 0) this.#send(id, connection);
  }

  /** Hands PGlite what has been collected of a connection's messages. */
  #send(id: number, connection: Connection): void {
    const { series, statement } = connection;
    const last = series.at(-1);
    if (last === undefined) return;
    connection.series = [];
    connection.statement = undefined;
    const rows = this.#answer(id, this.exchange(Buffer.concat(series), endsSeries(last)));
    if (statement !== undefined) this.#onQuery({ text: statement, rows });
  }

  /** Passes on what PGlite replied, and gives the number of rows in it. */
  #answer(id: number, reply: Buffer): number {
    let rows = 0;
    for (const part of readMessages(reply).messages) {
      const type = String.fromCharCode(part[0] ?? 0);
      if (type === 'D') rows += 1;
    }
    if (reply.length > 0) this.#deliver(id, reply);
    return rows;
  }

  #fail(
    id: number,
    connection: Connection,
    given: { text: string; type: string; message: Buffer; failure: QueryFailure },
  ): void {
    const { text, type, message, failure } = given;
    if (failure.kind !== 'error') {
      if (failure.executed) {
        this.exchange(message);
        if (type === 'E') this.exchange(sync);
      }
      this.#onQuery({ text, rows: 0 });
      this.close(id);
      if (failure.kind === 'crash') this.#onCrash();
      return;
    }
    // PGlite raises it itself, so that its transaction is aborted as by a failure of its own.
    const raised = this.exchange(
      simpleQuery(
        `DO $raise$ BEGIN RAISE EXCEPTION '${failure.message}' USING ERRCODE = '${failure.code}'; END $raise$`,
      ),
    );
    this.#onQuery({ text, rows: 0 });
    const parts = readMessages(raised).messages;
    // A simple query ends itself; in the extended protocol the client's Sync does.
    const shown = type === 'Q' ? parts : parts.filter((part) => part[0] !== readyForQuery);
    connection.skipping = type === 'E';
    this.#answer(id, Buffer.concat(shown));
    if (failure.closes) this.close(id);
  }

  /**
   * `exchange` for a query of the tests' own, which runs with the settings of a fresh session, whatever the solution has
   * set. They last as long as the query does, or the transaction that it is in; what cannot be in one goes without.
   */
  exchangeForTests(query: Buffer): Buffer {
    if (this.#transactionStatus === 'E') return this.exchange(query);
    const reply = this.exchange(simpleQuery(`${settingsOfTests};${readText(query, 5).text}`));
    return reply.includes(refusedInTransaction) ? this.exchange(query) : reply;
  }

  /**
   * Sends messages to PGlite, on the run's clock and seed, and gives what it answered. It owes an answer to a
   * simple query and to a Sync.
   */
  exchange(messages: Uint8Array, owed = endsSeries(messages)): Buffer {
    if (this.broken) return Buffer.alloc(0);
    const restore = lendHost(this.#host);
    try {
      const reply = Buffer.from(this.#pglite.execProtocolRawSync(messages));
      // SQL can overflow the engine's stack, and PGlite conceals that.
      if (owed && !answersSeries(reply)) throw new Error('it gave no answer');
      if (endsReady(reply)) this.#transactionStatus = String.fromCharCode(reply.at(-1) ?? 0);
      return reply;
    } catch (error) {
      this.broken = true;
      this.#onBroken(error instanceof Error ? error.message : String(error));
      return Buffer.alloc(0);
    } finally {
      restore();
    }
  }

  #release(): void {
    this.#holder = undefined;
    for (const [id, connection] of this.#connections) {
      if (connection.waiting.length > 0) {
        this.#serve(id, connection);
        return;
      }
    }
  }

  close(id: number): void {
    const connection = this.#connections.get(id);
    this.#connections.delete(id);
    this.#deliver(id, Buffer.alloc(0));
    if (!connection) return;
    for (const name of connection.statements.keys())
      if (name !== '') this.exchange(closeStatement(ownName(id, name)));
    if (this.#holder !== id) return;
    this.exchange(simpleQuery('ROLLBACK'));
    this.#transactionStatus = 'I';
    this.#release();
  }

  /** Whether a connection is in the midst of a transaction or of a statement, where nobody else may come between. */
  get inTransaction(): boolean {
    return this.#holder !== undefined;
  }
}

const readyForQuery = 'Z'.charCodeAt(0);

/** The SQLSTATE field of “… cannot run inside a transaction block”. */
const refusedInTransaction = 'C25001\0';

/** Whether a message is one to which PostgreSQL owes an answer: a simple query or a Sync. */
function endsSeries([type]: Uint8Array): boolean {
  return type === 0x51 || type === 0x53;
}

/** Whether a reply ends with what says that the server is ready for more. */
function endsReady(reply: Buffer): boolean {
  return reply.at(-6) === readyForQuery;
}

/** Whether a reply ends as one does: ready for more, waiting for the data of a COPY, or fatally. */
function answersSeries(reply: Buffer): boolean {
  if (endsReady(reply)) return true;
  return readMessages(reply).messages.some(([type]) =>
    'ZEGW'.includes(String.fromCharCode(type ?? 0)),
  );
}
const sync = Buffer.from([0x53, 0, 0, 0, 4]);

/** The statement that a message runs, if it runs one; what it prepares or binds is remembered. */
function statementOf(
  { statements, portals }: Connection,
  type: string,
  message: Buffer,
): string | undefined {
  if (type === 'Q') return readText(message, 5).text;
  if (type === 'P') {
    const { text: name, next } = readText(message, 5);
    statements.set(name, readText(message, next).text);
  } else if (type === 'B') {
    const { text: portal, next } = readText(message, 5);
    portals.set(portal, statements.get(readText(message, next).text) ?? '');
  } else if (type === 'E') return portals.get(readText(message, 5).text) ?? '';
  return undefined;
}

/** PGlite has one session for all connections, so that their prepared statements must not share a name. */
function ownName(id: number, name: string): string {
  return name === '' ? '' : `${id}:${name}`;
}

function withOwnName(id: number, type: string, message: Buffer): Buffer {
  return renameStatement(type, message, (name) => ownName(id, name));
}
