import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

/** What a process says when it is asked whether it can do its work. */
export type Readiness = { ready: boolean; [detail: string]: unknown };

export type OperationsOptions = {
  registry: Registry;
  readiness: () => Promise<Readiness>;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** What `/metrics` asks for; without it everybody who reaches the port may read them. */
  token?: string | undefined;
};

/**
 * Serves `/metrics`, `/health/live` and `/health/ready` on a port of its own, away from the public.
 * Rejects when the port is taken.
 */
export async function serveOperations(
  options: OperationsOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  { registry, readiness, token }: OperationsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.replace(/\?.*/s, '');
  if (path === '/health/live') return sendJson(response, 200, { status: 'ok' });
  if (path === '/health/ready') {
    const { ready, ...details } = await readiness();
    return sendJson(response, ready ? 200 : 503, {
      status: ready ? 'ok' : 'unavailable',
      ...details,
    });
  }
  if (path !== '/metrics') return sendJson(response, 404, { status: 'none' });
  if (token !== undefined && !holds(request, token)) {
    response.setHeader('www-authenticate', 'Bearer');
    return sendJson(response, 401, { status: 'unauthorized' });
  }
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType }).end(text);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

function holds(request: IncomingMessage, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
