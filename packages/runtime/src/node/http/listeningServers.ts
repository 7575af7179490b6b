/** The solution's servers that listen, by port, and the way in to them. */
import type { EventEmitter } from 'node:events';
import { IncomingMessage, type WireRequest } from './IncomingMessage.ts';
import {
  ServerResponse,
  type WireEnd,
  type WireResponse,
  type WireResponsePart,
} from './ServerResponse.ts';

export const listeningServers = new Map<number, EventEmitter>();

/** What the one who sends a request in pieces does with what comes back. */
export type StreamedExchange = {
  /** The server has room for another piece of the request's body. */
  want(): void;
  part(part: WireResponsePart): void;
};

export type Exchange = {
  /** The client hangs up. */
  leave(): void;
  /** A piece of the request's body; none means that it has ended. */
  receive(binary: string): void;
  /** The client has read so many bytes of the response. */
  taken(length: number): void;
  readonly bodyComplete: boolean;
};

const connectionReset = () => Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

/** Hands `request` to `server`; its answer goes to `respond`. */
export function dispatch(
  server: EventEmitter,
  request: WireRequest,
  respond: (response: WireEnd) => void,
  streamed?: StreamedExchange,
): Exchange {
  const incoming = new IncomingMessage(request, () => streamed?.want());
  const part = request.responseStreams === true ? streamed?.part : undefined;
  const response = new ServerResponse(incoming, respond, part);
  incoming.socket.once('close', () => response.destroy());
  // What nobody began to read is read away, so that the client can finish.
  response.once('finish', () => {
    if (!incoming.readableDidRead && !incoming.destroyed) incoming.resume();
  });
  server.emit('request', incoming, response);
  return {
    leave() {
      incoming.destroy(connectionReset());
      incoming.socket.destroy();
    },
    receive: (binary) => incoming.receive(binary),
    taken: (length) => response.taken(length),
    get bodyComplete() {
      return incoming.complete || request.bodyStreams !== true;
    },
  };
}

/** Whether the solution itself listens on `port`; if so, it gets the request. */
export function dispatchLocally(
  port: number,
  request: WireRequest,
  respond: (response: WireResponse | { lost: string }) => void,
): boolean {
  const server = listeningServers.get(port);
  if (server) {
    dispatch(server, request, (end) => {
      if (!('ended' in end)) respond(end);
    });
  }
  return server !== undefined;
}
