import { Buffer } from 'node:buffer';
import { dispatchLocally } from '#node/http/listeningServers.ts';
import type { WireResponse } from '#node/http/ServerResponse.ts';
import { setImmediate } from '#time/timers.ts';
import type { UpstreamReply, UpstreamRequest } from './protocol.ts';
import { sendUpstream } from './upstreams.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::]']);

/**
 * Sends a request over the run's network: to the solution's own server, or out.
 * @returns what to call when the reply is no longer wanted.
 */
export function sendRequest(
  request: UpstreamRequest,
  receive: (reply: UpstreamReply) => void,
): () => void {
  const { hostname, port, pathname, search, protocol } = new URL(request.url);
  if (!loopback.has(hostname)) return sendUpstream(request, receive);
  let wanted = true;
  const answer = (reply: UpstreamReply) => {
    if (wanted) receive(reply);
  };
  const number = Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port);
  setImmediate(() => {
    const { method, headers, bodyBase64 } = request;
    const body = Buffer.from(bodyBase64, 'base64').toString('latin1');
    const taken = dispatchLocally(
      number,
      { method, url: pathname + search, headers, body },
      (end) => setImmediate(() => answer(toReply(end))),
    );
    if (!taken) {
      const address = hostname === '[::1]' ? '::1' : '127.0.0.1';
      answer({
        error: { code: 'ECONNREFUSED', message: `connect ECONNREFUSED ${address}:${number}` },
      });
    }
  });
  return () => {
    wanted = false;
  };
}

function toReply(end: WireResponse | { lost: string }): UpstreamReply {
  if ('lost' in end) return { error: { code: 'ECONNRESET', message: 'socket hang up' } };
  const { status, headers, body } = end;
  return { status, headers, bodyBase64: Buffer.from(body, 'latin1').toString('base64') };
}
