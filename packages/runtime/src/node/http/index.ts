/** `node:http`: servers that the run's tests can reach. */
import { EventEmitter } from 'node:events';
import { nextTick } from '#time/timers.ts';
import { unavailable } from '#node/unavailable.ts';
import { IncomingMessage, type WireRequest } from './IncomingMessage.ts';
import { ServerResponse } from './ServerResponse.ts';
import { STATUS_CODES } from './statusCodes.ts';

type HttpHost = {
  /** The solution accepts requests on `port` from now on. */
  listen(port: number): void;
  /** The answer to exchange `id`: a WireResponse as JSON. */
  respond(id: number, json: string): void;
};

let host: HttpHost | undefined;
const listening = new Map<number, Server>();

export function connectHttp(httpHost: HttpHost): void {
  host = httpHost;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What was given to a ServerResponse is sent when the response ends, in one piece. */
export class Server extends EventEmitter {
  listening = false;
  #port = 0;

  constructor(options?: Listener | object, listener?: Listener) {
    super();
    const chosen = typeof options === 'function' ? (options as Listener) : listener;
    if (chosen) this.on('request', chosen);
  }

  listen(target?: number | string | { port?: number }, ...rest: unknown[]): this {
    const wanted = Number(typeof target === 'object' ? target.port : target);
    const port = Number.isInteger(wanted) && wanted > 0 ? wanted : 3_000;
    const callback = rest.find((argument) => typeof argument === 'function') as
      | (() => void)
      | undefined;
    if (callback) this.once('listening', callback);
    nextTick(() => {
      if (listening.has(port)) {
        this.emit(
          'error',
          Object.assign(new Error(`listen EADDRINUSE: address already in use :::${port}`), {
            code: 'EADDRINUSE',
            port,
          }),
        );
        return;
      }
      listening.set(port, this);
      this.#port = port;
      this.listening = true;
      host?.listen(port);
      this.emit('listening');
    });
    return this;
  }

  address(): { address: string; family: string; port: number } | null {
    return this.listening ? { address: '127.0.0.1', family: 'IPv4', port: this.#port } : null;
  }

  close(callback?: (error?: Error) => void): this {
    listening.delete(this.#port);
    this.listening = false;
    nextTick(() => {
      callback?.();
      this.emit('close');
    });
    return this;
  }

  closeAllConnections(): void {}
  closeIdleConnections(): void {}

  setTimeout(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/** The host's turn for a request: exchange `id` with the server that listens. */
export function receiveRequest(id: number, request: WireRequest): void {
  const [server] = listening.values();
  if (!server) {
    host?.respond(id, JSON.stringify({ refused: true }));
    return;
  }
  const incoming = new IncomingMessage(request);
  const response = new ServerResponse(incoming, (answer) =>
    host?.respond(id, JSON.stringify(answer)),
  );
  server.emit('request', incoming, response);
}

export const createServer = (options?: Listener | object, listener?: Listener) =>
  new Server(options, listener);
export const METHODS =
  'ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE'.split(
    ' ',
  );
export { IncomingMessage, ServerResponse, STATUS_CODES };

export default unavailable('node:http', {
  IncomingMessage,
  METHODS,
  STATUS_CODES,
  Server,
  ServerResponse,
  createServer,
});
