import type { TestApi } from './startTestApi.ts';

export type Answer = { status: number; headers: Headers; text: string; body: unknown };
export type ApiClient = ReturnType<typeof apiClient>;

/** A browser's worth of HTTP, with headers of its `own`: keeps cookies, sends JSON, and remembers all that it received. */
export function apiClient({ url }: Pick<TestApi, 'url'>, own: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  const received: string[] = [];

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: cookieHeader(),
        ...own,
        ...(body !== undefined && { 'content-type': 'application/json', origin: url }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const text = await response.text();
    received.push(text);
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  }

  const cookieHeader = (): string =>
    [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  return {
    cookies,
    received,
    cookieHeader,
    send,
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown = {}) => send('POST', path, body),
    put: (path: string, body: unknown) => send('PUT', path, body),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
