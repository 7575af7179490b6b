/** Requests of the solution to the world outside, which is the host's: it answers, or says that nobody does. */
import type { UpstreamReply, UpstreamRequest } from './protocol.ts';

type NetworkHost = {
  /** Sends an UpstreamRequest; the reply comes in a turn of its own, under the same id. */
  sendUpstream(exchange: number, json: string): void;
  /** The solution no longer waits for the reply. */
  abortUpstream(exchange: number): void;
};

let host: NetworkHost | undefined;
let nextExchange = 1;
const waiting = new Map<number, (reply: UpstreamReply) => void>();

export function connectNetwork(networkHost: NetworkHost): void {
  host = networkHost;
}

/** Sends a request and calls `receive` with the reply, unless the function that it gives back is called before. */
export function sendUpstream(
  request: UpstreamRequest,
  receive: (reply: UpstreamReply) => void,
): () => void {
  const exchange = nextExchange;
  nextExchange += 1;
  waiting.set(exchange, receive);
  host?.sendUpstream(exchange, JSON.stringify(request));
  return () => {
    if (waiting.delete(exchange)) host?.abortUpstream(exchange);
  };
}

/** The host's turn for the reply to `exchange`. */
export function receiveReply(exchange: number, json: string): void {
  const receive = waiting.get(exchange);
  waiting.delete(exchange);
  receive?.(JSON.parse(json) as UpstreamReply);
}
