import { Buffer } from 'node:buffer';
import type { UpstreamRequest as WireRequest } from '#network/protocol.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { UpstreamRequest } from '@assay/runtime/world';

export type ReadRequest = { origin: string; hostname: string; request: UpstreamRequest };

/** A request as the solution's isolate sent it, which may be anything; nothing when it is no request. */
export function readUpstreamRequest(json: string, atMs: number): ReadRequest | undefined {
  try {
    const { method, url, headers: pairs, bodyBase64 } = JSON.parse(json) as WireRequest;
    const { origin, hostname, pathname, searchParams } = new URL(String(url));
    const headers: Record<string, string> = {};
    for (const [name, value] of pairs) {
      const key = String(name).toLowerCase();
      headers[key] = headers[key] === undefined ? String(value) : `${headers[key]}, ${value}`;
    }
    const text = Buffer.from(String(bodyBase64), 'base64').toString();
    return {
      origin,
      hostname,
      request: {
        method: String(method).toUpperCase(),
        path: pathname,
        query: Object.fromEntries(searchParams),
        params: {},
        headers,
        text,
        body: parseBody(headers['content-type'] ?? '', text),
        atMs,
        outcome: undefined,
        aborted: false,
      },
    };
  } catch {
    return undefined;
  }
}

function parseBody(contentType: string, text: string): unknown {
  if (!/\bjson\b/i.test(contentType) && !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
