import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryProblem } from '@assay/contracts/http';
import type { AddressPolicy } from './AddressPolicy.ts';

/** What is read and kept of an answer, bytes. Counters one that never ends. */
const answerBytes = 1_024;
/** How long a receiver has for its whole answer, ms. Counters one that keeps a place in the queue. */
const defaultTimeoutMs = 15_000;

export type Answer = { status: number; answer: string } | { problem: DeliveryProblem };

export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

class AddressRefused extends Error {}

/**
 * Posts JSON to an address of somebody else's choice. Whatever its name leads to is checked where the connection is
 * made, so that no second look-up can lead elsewhere; redirects are answers like others, and never followed.
 */
export function postMessage(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  {
    policy,
    timeoutMs = defaultTimeoutMs,
    resolve = lookup,
  }: {
    policy: AddressPolicy;
    timeoutMs?: number | undefined;
    /** Asks for the addresses of a name, as the system does unless given. */
    resolve?: Resolve;
  },
): Promise<Answer> {
  const target = new URL(url);
  const host = hostOf(target);
  // A name is looked up by `lookup`, which is not asked about an address.
  if (isIP(host) !== 0 && !policy.allows(host))
    return Promise.resolve({ problem: 'address_refused' });
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  const bytes = Buffer.from(body);
  const limit = AbortSignal.timeout(timeoutMs);
  return new Promise((done) => {
    const fail = (error: Error): void => done({ problem: problemOf(error, limit.aborted) });
    const request = send(target, {
      method: 'POST',
      // A connection of its own: none is left over that another look-up had opened.
      agent: false,
      lookup: guarded(policy, resolve),
      signal: limit,
      headers: {
        'content-type': 'application/json',
        'content-length': bytes.length,
        'user-agent': 'Assay-Webhooks/1',
        ...headers,
      },
    });
    request.on('error', fail);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      const end = (): void => {
        const start = Buffer.concat(chunks).subarray(0, answerBytes);
        // Half a character at the end, and what no text column takes, goes.
        const answer = start
          .toString('utf8')
          .replaceAll('\0', '')
          .replace(/\uFFFD+$/, '');
        done({ status: response.statusCode ?? 0, answer });
        request.destroy();
      };
      response.on('error', fail);
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length >= answerBytes) end();
      });
      response.on('end', end);
    });
    request.end(bytes);
  });
}

/** The host of an address, without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/** Looks a name up and answers only what may be connected to; refuses when any of its addresses may not. */
function guarded(policy: AddressPolicy, resolve: Resolve): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) {
        answer(error ?? new Error('The name has no address.'), '', 0);
      } else if (addresses.some(({ address }) => !policy.allows(address))) {
        answer(new AddressRefused('The name leads to an address that is refused.'), '', 0);
      } else if (options.all) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}

function problemOf(error: Error, isOver: boolean): DeliveryProblem {
  if (error instanceof AddressRefused) return 'address_refused';
  if (isOver) return 'timed_out';
  const code = String(Reflect.get(error, 'code'));
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name_unknown';
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)
    ? 'tls_failed'
    : 'unreachable';
}
