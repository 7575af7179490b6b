import type { WireResponse } from '#node/http/ServerResponse.ts';
import { binaryToText } from '#remote/binary.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { ApiResponse } from '@assay/runtime/world';
import { parseSetCookie } from './parseSetCookie.ts';

/** What the solution answered, as tests see it. */
export function presentResponse({ status, headers: pairs, body }: WireResponse): ApiResponse {
  const headers: Record<string, string> = {};
  const cookies: ApiResponse['cookies'] = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
    const cookie = key === 'set-cookie' ? parseSetCookie(value) : undefined;
    if (cookie) cookies[cookie.name] = cookie;
  }
  const text = binaryToText(body);
  return { status, headers, cookies, text, body: parseBody(headers['content-type'] ?? '', text) };
}

function parseBody(contentType: string, text: string): unknown {
  if (!/^application\/([^;]+\+)?json\b/i.test(contentType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
