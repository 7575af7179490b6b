import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { embedPostgres } from '@assay/pglite';

/** A PostgreSQL that runs already when a baseline starts, as on a developer's machine. */
export type PostgresServer = {
  url: string;
  reset(sql: string): Promise<void>;
  close(): Promise<void>;
};

/** Serves a PGlite on a free port of the loopback, one message round at a time. */
export async function startPostgres(): Promise<PostgresServer> {
  const pglite = await embedPostgres();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(run);
    turn = result.catch(() => {});
    return result;
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, (round) => inTurn(() => pglite.execProtocolRaw(round)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `postgresql://postgres@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`,
    reset: (sql) =>
      inTurn(
        async () =>
          void (await pglite.exec(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${sql}`)),
      ),
    async close() {
      for (const socket of sockets) socket.destroy();
      await closeServer(server);
      await pglite.close();
    },
  };
}

/** AuthenticationOk, then ReadyForQuery; PGlite has no users. */
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/** Messages that end a round: Query and Sync. Terminate ends the connection. */
const endsRound = new Set(['Q', 'S']);

function serveConnection(
  socket: Socket,
  exchange: (round: Uint8Array) => Promise<Uint8Array>,
): void {
  let received = Buffer.alloc(0);
  let welcomed = false;
  let roundLength = 0;

  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    if (!welcomed) {
      if (received.length < 4 || received.length < received.readInt32BE(0)) return;
      received = received.subarray(received.readInt32BE(0));
      welcomed = true;
      socket.write(welcome);
    }
    for (let length = nextMessage(); length > 0; length = nextMessage()) {
      const type = String.fromCharCode(received[roundLength] ?? 0);
      roundLength += length;
      if (type === 'X') socket.end();
      if (!endsRound.has(type)) continue;
      const round = Uint8Array.from(received.subarray(0, roundLength));
      received = received.subarray(roundLength);
      roundLength = 0;
      exchange(round).then(
        (answer) => socket.write(answer),
        () => socket.destroy(),
      );
    }
  });

  /** Length of the message after those of the round, or 0 while it is incomplete. */
  function nextMessage(): number {
    if (received.length < roundLength + 5) return 0;
    const length = 1 + received.readInt32BE(roundLength + 1);
    return received.length < roundLength + length ? 0 : length;
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
