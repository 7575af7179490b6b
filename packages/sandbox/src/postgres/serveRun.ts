import type { PGlite } from '@electric-sql/pglite';
import { queryFailure } from '#runner/queryFailure.ts';
import type { Link } from './Link.ts';
import { createPostgresHost } from './postgresHost.ts';
import { maxLoggedQueries, maxQueryText, type PostgresReply } from './PostgresReply.ts';
import { PostgresRequest } from './PostgresRequest.ts';
import { PostgresServer } from './PostgresServer.ts';

/**
 * Serves the run of one runner from an instance that is its own, until the runner is gone.
 * @returns false when PostgreSQL has gone down in it.
 */
export function serveRun(link: Link, pglite: PGlite): boolean {
  let nowMs = 0;
  let reply = emptyReply();
  let bytes: Uint8Array[] = [];
  const begin = (seed: number) =>
    new PostgresServer({
      pglite,
      deliver: (connection, delivered) => {
        reply.deliveries.push([connection, delivered.length]);
        bytes.push(delivered);
      },
      onQuery: ({ text, rows }) => {
        if (reply.queries.length < maxLoggedQueries)
          reply.queries.push({ text: text.slice(0, maxQueryText), rows });
      },
      onBroken: (reason) => {
        reply.broken = reason;
      },
      onCrash: () => {
        reply.crash = true;
      },
      host: createPostgresHost(() => nowMs, seed),
    });
  let server = begin(0);
  for (let next = receive(link); next; next = receive(link)) {
    const { request, bytes: received } = next;
    if ('nowMs' in request) nowMs = request.nowMs;
    switch (request.op) {
      case 'begin':
        server = begin(request.seed);
        break;
      case 'receive':
        server.receive(request.connection, received);
        break;
      case 'close':
        server.close(request.connection);
        break;
      case 'exchange':
        bytes.push(
          request.ownSettings ? server.exchangeForTests(received) : server.exchange(received),
        );
        break;
      case 'fail': {
        const { failure } = request;
        reply.value = server.failures.add(queryFailure(failure), failure.matches, failure);
        break;
      }
      case 'failed':
        reply.value = server.failures.failed(request.id);
        break;
      case 'forgetFailures':
        server.failures.clear();
    }
    reply.inTransaction = server.inTransaction;
    if (!link.send(reply, bytes)) break;
    reply = emptyReply();
    bytes = [];
  }
  return !server.broken;
}

function emptyReply(): PostgresReply {
  return { deliveries: [], queries: [], value: 0, inTransaction: false };
}

function receive(link: Link): { request: PostgresRequest; bytes: Buffer } | undefined {
  const frame = link.receive();
  const request = PostgresRequest.safeParse(frame?.head).data;
  return frame && request && { request, bytes: frame.bytes };
}
