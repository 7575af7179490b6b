/** The solution's servers that listen, by port, and the way in to them. */
import type { EventEmitter } from 'node:events';
import { IncomingMessage, type WireRequest } from './IncomingMessage.ts';
import { ServerResponse, type WireResponse } from './ServerResponse.ts';

export const listeningServers = new Map<number, EventEmitter>();

/** Hands `request` to `server`; its answer goes to `respond`. Gives what to call when the client hangs up. */
export function dispatch(
  server: EventEmitter,
  request: WireRequest,
  respond: (response: WireResponse) => void,
): () => void {
  const incoming = new IncomingMessage(request);
  const response = new ServerResponse(incoming, respond);
  server.emit('request', incoming, response);
  return () => {
    incoming.aborted = true;
    incoming.socket.destroy();
    incoming.emit('aborted');
    incoming.destroy();
    response.destroy();
  };
}

/** Whether the solution itself listens on `port`; if so, it gets the request. */
export function dispatchLocally(
  port: number,
  request: WireRequest,
  respond: (response: WireResponse) => void,
): boolean {
  const server = listeningServers.get(port);
  if (server) dispatch(server, request, respond);
  return server !== undefined;
}
