import { embedPostgres } from '@assay/pglite';
import type { PGlite } from '@electric-sql/pglite';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { createPostgresHost } from './postgresHost.ts';
import type { LoggedQuery } from './PostgresReply.ts';
import { PostgresServer } from './PostgresServer.ts';
import { readMessages } from './postgresWire.ts';

const connection = 1;
let pglite: PGlite;
let server: PostgresServer;
let queries: LoggedQuery[];
let delivered: Buffer[];

beforeAll(async () => {
  pglite = await embedPostgres();
});
afterAll(() => pglite.close());
beforeEach(() => {
  queries = [];
  delivered = [];
  server = new PostgresServer({
    pglite,
    deliver: (_connection, bytes) => delivered.push(bytes),
    onQuery: (query) => queries.push(query),
    onBroken: (reason) => {
      throw new Error(reason);
    },
    onCrash: () => {},
    host: createPostgresHost(() => 0, 1),
  });
  const startup = Buffer.alloc(8);
  startup.writeInt32BE(8, 0);
  startup.writeInt32BE(196_608, 4);
  server.receive(connection, startup);
  delivered = [];
});
afterEach(() => {
  jest.restoreAllMocks();
});

const message = (type: string, ...parts: (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
};
const none = Buffer.alloc(2);
const sync = message('S');
/** What a driver sends for one statement, but for the end of the series. */
const statement = (text: string): Buffer =>
  Buffer.concat([
    message('P', `\0${text}\0`, none),
    message('B', '\0\0', none, none, none),
    message('D', 'P\0'),
    message('E', '\0', Buffer.alloc(4)),
  ]);
/** The types of the messages that came back. */
const answered = (): string =>
  readMessages(Buffer.concat(delivered))
    .messages.map(([type]) => String.fromCharCode(type ?? 0))
    .join('');

describe('the PostgreSQL of a run', () => {
  it("takes a driver's query in one piece, and answers it in one", () => {
    const exchanged = jest.spyOn(pglite, 'execProtocolRawSync');
    server.receive(connection, Buffer.concat([statement('SELECT generate_series(1, 3)'), sync]));
    expect(exchanged).toHaveBeenCalledTimes(1);
    expect(delivered).toHaveLength(1);
    expect(answered()).toBe('12TDDDCZ');
    expect(queries).toEqual([{ text: 'SELECT generate_series(1, 3)', rows: 3 }]);
  });

  it('takes messages as they come, and tells the statements of a series apart', () => {
    const bytes = Buffer.concat([statement('SELECT 1'), statement('VALUES (1), (2)'), sync]);
    for (const byte of bytes) server.receive(connection, Uint8Array.of(byte));
    expect(answered()).toBe('12TDC12TDDCZ');
    delivered = [];
    server.receive(connection, bytes);
    expect(answered()).toBe('12TDC12TDDCZ');
    expect(queries.map(({ rows }) => rows)).toEqual([1, 2, 1, 2]);
  });

  it('skips what follows an error until the end of its series', () => {
    server.receive(
      connection,
      Buffer.concat([statement('SELECT 1 / 0'), statement('SELECT 1'), sync]),
    );
    expect(answered()).toBe('1EZ');
    delivered = [];
    server.receive(connection, Buffer.concat([statement('SELECT 1'), sync]));
    expect(answered()).toBe('12TDCZ');
  });

  it('fails the statement that a test names in the midst of a series', () => {
    server.failures.add(
      { kind: 'error', code: '40001', message: 'could not serialize', closes: false },
      { text: 'values' },
      { times: 1, skip: 0 },
    );
    const series = [statement('SELECT 1'), statement('VALUES (1)'), statement('SELECT 2'), sync];
    server.receive(connection, Buffer.concat(series));
    expect(answered()).toBe('12TDC12TEZ');
    expect(queries.map(({ text }) => text)).toEqual(['SELECT 1', 'VALUES (1)']);
  });
});
