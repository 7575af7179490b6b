import type { PGlite } from '@electric-sql/pglite';
import { readMessages, startupReply } from './postgresWire.ts';

type Connection = { buffer: Buffer; started: boolean; waiting: Buffer[]; inTransaction: boolean };
export type LoggedQuery = { text: string; rows: number };

/**
 * The run's PostgreSQL as seen from a solution: connections that speak the wire protocol to one PGlite.
 * PGlite has one session, so that while a connection is in a transaction the others wait for it.
 */
export class PostgresServer {
  readonly #pglite: PGlite;
  readonly #deliver: (connection: number, binary: string) => void;
  readonly #onQuery: (query: LoggedQuery) => void;
  readonly #now: () => number;
  readonly #connections = new Map<number, Connection>();
  #holder: number | undefined;
  #nextConnection = 1;

  constructor(options: {
    pglite: PGlite;
    /** Bytes for a connection; none when it has closed. */
    deliver(connection: number, binary: string): void;
    onQuery(query: LoggedQuery): void;
    /** What `now()` shows in SQL, ms since the epoch. */
    now(): number;
  }) {
    this.#pglite = options.pglite;
    this.#deliver = options.deliver;
    this.#onQuery = options.onQuery;
    this.#now = options.now;
  }

  open(): number {
    const connection = this.#nextConnection;
    this.#nextConnection += 1;
    this.#connections.set(connection, {
      buffer: Buffer.alloc(0),
      started: false,
      waiting: [],
      inTransaction: false,
    });
    return connection;
  }

  receive(id: number, binary: string): void {
    const connection = this.#connections.get(id);
    if (!connection) return;
    connection.buffer = Buffer.concat([connection.buffer, Buffer.from(binary, 'latin1')]);
    if (!connection.started && !this.#start(id, connection)) return;
    const { messages, rest } = readMessages(connection.buffer);
    connection.buffer = rest;
    connection.waiting.push(...messages);
    this.#serve(id, connection);
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
      this.#deliver(id, 'N');
      return false;
    }
    connection.started = true;
    this.#deliver(id, startupReply(id).toString('latin1'));
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
      this.#execute(id, type, message);
      if (type === 'Q' || type === 'S') connection.inTransaction = this.#transactionStatus !== 'I';
      const finished = (type === 'Q' || type === 'S') && !connection.inTransaction;
      if (finished) this.#release();
    }
  }

  #transactionStatus = 'I';
  #text = '';
  #rows = 0;

  #execute(id: number, type: string, message: Buffer): void {
    if (type === 'Q') this.#text = message.subarray(5, -1).toString();
    if (type === 'P') {
      const nameEnd = message.indexOf(0, 5);
      this.#text = message.subarray(nameEnd + 1, message.indexOf(0, nameEnd + 1)).toString();
    }
    this.#rows = 0;
    const reply = this.exchange(message);
    for (const part of readMessages(reply).messages) {
      const partType = String.fromCharCode(part[0] ?? 0);
      if (partType === 'D') this.#rows += 1;
      if (partType === 'Z') this.#transactionStatus = String.fromCharCode(part[5] ?? 0);
    }
    if (type === 'Q' || type === 'E') this.#onQuery({ text: this.#text, rows: this.#rows });
    if (reply.length > 0) this.#deliver(id, reply.toString('latin1'));
  }

  /** Sends one message to PGlite, on the run's clock, and gives what it answered. */
  exchange(message: Uint8Array): Buffer {
    const realNow = Date.now;
    Date.now = this.#now;
    try {
      return Buffer.from(this.#pglite.execProtocolRawSync(message));
    } finally {
      Date.now = realNow;
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
    if (!connection) return;
    this.#connections.delete(id);
    this.#deliver(id, '');
    if (this.#holder !== id) return;
    if (connection.inTransaction) this.exchange(simpleQuery('ROLLBACK'));
    this.#transactionStatus = 'I';
    this.#release();
  }

  /** What happens to connections when the program behind them dies. */
  closeAll(): void {
    for (const id of this.#connections.keys()) this.close(id);
  }
}

export function simpleQuery(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const message = Buffer.alloc(5 + body.length);
  message.write('Q');
  message.writeInt32BE(4 + body.length, 1);
  body.copy(message, 5);
  return message;
}
