import type { WireResponse } from '#node/http/ServerResponse.ts';
import { binaryToText } from '#remote/binary.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { ApiHead, ApiResponse } from '@assay/runtime/world';
import { parseSetCookie } from './parseSetCookie.ts';

/** What the solution answered, as tests see it. */
export function presentResponse({ body, ...head }: WireResponse): ApiResponse {
  const presented = presentHead(head);
  const text = binaryToText(body);
  const contentType = presented.headers['content-type'] ?? '';
  return { ...presented, text, body: parseBody(contentType, text) };
}

/** What comes before the body. */
export function presentHead({ status, headers: pairs }: Omit<WireResponse, 'body'>): ApiHead {
  const headers: Record<string, string> = {};
  const cookies: ApiHead['cookies'] = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
    const cookie = key === 'set-cookie' ? parseSetCookie(value) : undefined;
    if (cookie) cookies[cookie.name] = cookie;
  }
  return { status, headers, cookies };
}

function parseBody(contentType: string, text: string): unknown {
  if (!/^application\/([^;]+\+)?json\b/i.test(contentType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
