import type { Server, ServerResponse } from 'node:http';

/**
 * The requests that a server is at. Somebody who asks again and again over one connection would keep a server that
 * ends alive for ever; so from its end on each answer is the last one over its connection.
 */
export class OpenRequests {
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();
  readonly #goOnMs: number;
  #ending = false;

  /** `goOnMs` is how long requests under way may go on once the server ends; then their connections are cut. */
  constructor(server: Server, { goOnMs = 4_000 }: { goOnMs?: number } = {}) {
    this.#server = server;
    this.#goOnMs = goOnMs;
    // Before whoever answers, who may do so at once.
    server.prependListener('request', (_request, response) => {
      this.#open.add(response);
      response.once('close', () => this.#open.delete(response));
      if (this.#ending) endConnection(response);
    });
  }

  /** Takes no more connections, and resolves when those that there were are gone. */
  async end(): Promise<void> {
    this.#ending = true;
    for (const response of this.#open) endConnection(response);
    const closed = Promise.withResolvers<void>();
    // A server that never listened is none to wait for.
    this.#server.close(() => closed.resolve());
    const timer = setTimeout(() => this.#server.closeAllConnections(), this.#goOnMs);
    await closed.promise;
    clearTimeout(timer);
  }
}

/** Once this is answered. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
