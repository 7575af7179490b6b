/** `node:http`: servers that the run's tests can reach, and requests over its network. */
import { EventEmitter } from 'node:events';
import { codes } from 'node:internal/errors';
import { nextTick } from '#time/timers.ts';
import { unavailable } from '#node/unavailable.ts';
import { Agent, ClientRequest, get, globalAgent, request } from './ClientRequest.ts';
import { IncomingMessage, type WireRequest } from './IncomingMessage.ts';
import { dispatch, type Exchange, listeningServers } from './listeningServers.ts';
import { ServerResponse } from './ServerResponse.ts';
import { validateHeaderName, validateHeaderValue } from './validateHeader.ts';
import { STATUS_CODES } from './statusCodes.ts';

type HttpHost = {
  /** The solution accepts requests on `port` from now on. */
  listen(port: number): void;
  /** The answer to exchange `id`: a WireEnd as JSON. */
  respond(id: number, json: string): void;
  /** A WireResponsePart as JSON. */
  respondPart(id: number, json: string): void;
  /** There is room for another piece of the request's body. */
  wantBody(id: number): void;
};

let host: HttpHost | undefined;

export function connectHttp(httpHost: HttpHost): void {
  host = httpHost;
}

/** Port 0 asks for any; what is no port at all means the usual one. */
function freePort(wanted: number): number {
  let port = wanted === 0 ? 49_200 : 3_000;
  while (wanted === 0 && listeningServers.has(port)) port += 1;
  return port;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

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
    const port = Number.isInteger(wanted) && wanted > 0 ? wanted : freePort(wanted);
    const callback = rest.find((argument) => typeof argument === 'function') as
      | (() => void)
      | undefined;
    if (callback) this.once('listening', callback);
    nextTick(() => {
      if (listeningServers.has(port)) {
        this.emit(
          'error',
          Object.assign(new Error(`listen EADDRINUSE: address already in use :::${port}`), {
            code: 'EADDRINUSE',
            errno: -98,
            syscall: 'listen',
            address: '::',
            port,
          }),
        );
        return;
      }
      listeningServers.set(port, this);
      this.#port = port;
      this.listening = true;
      host?.listen(port);
      this.emit('listening');
    });
    return this;
  }

  address(): { address: string; family: string; port: number } | null {
    return this.listening ? { address: '::', family: 'IPv6', port: this.#port } : null;
  }

  close(callback?: (error?: Error) => void): this {
    listeningServers.delete(this.#port);
    const running = this.listening;
    this.listening = false;
    nextTick(() => {
      callback?.(running ? undefined : new codes.ERR_SERVER_NOT_RUNNING());
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
export function receiveRequest(id: number, incoming: WireRequest): void {
  const [server] = listeningServers.values();
  if (!server) {
    host?.respond(id, JSON.stringify({ refused: true }));
    return;
  }
  let answered = false;
  const exchange = dispatch(
    server,
    incoming,
    (end) => {
      answered = true;
      if (underWay.get(id)?.bodyComplete === true) underWay.delete(id);
      host?.respond(id, JSON.stringify(end));
    },
    {
      want: () => host?.wantBody(id),
      part: (part) => host?.respondPart(id, JSON.stringify(part)),
    },
  );
  if (!answered || !exchange.bodyComplete) underWay.set(id, exchange);
}

/** What is neither answered nor received to its end. */
const underWay = new Map<number, Exchange>();

/** The host's turn when the client of exchange `id` has gone. */
export function hangUp(id: number): void {
  const exchange = underWay.get(id);
  underWay.delete(id);
  exchange?.leave();
}

/** The host's turn for a piece of the body of exchange `id`; none means that it has ended. */
export function receiveBody(id: number, binary: string): void {
  underWay.get(id)?.receive(binary);
}

/** The host's turn when the client of exchange `id` has read so many bytes of its response. */
export function responseTaken(id: number, length: number): void {
  underWay.get(id)?.taken(length);
}

export const createServer = (options?: Listener | object, listener?: Listener) =>
  new Server(options, listener);
export const METHODS =
  'ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE'.split(
    ' ',
  );
export {
  Agent,
  ClientRequest,
  IncomingMessage,
  STATUS_CODES,
  ServerResponse,
  get,
  globalAgent,
  request,
  validateHeaderName,
  validateHeaderValue,
};

export default unavailable('node:http', {
  Agent,
  ClientRequest,
  IncomingMessage,
  METHODS,
  STATUS_CODES,
  Server,
  ServerResponse,
  createServer,
  get,
  globalAgent,
  maxHeaderSize: 16_384,
  request,
  validateHeaderName,
  validateHeaderValue,
});
