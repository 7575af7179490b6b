import { z } from 'zod';

export type Answer = { status: number; body: unknown };

/** What a browser does over HTTP: keeps cookies, sends JSON. */
export class Browser {
  readonly url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Rejects when no answer came. */
  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: this.cookie,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    };
  }

  /** The answer's body as `schema` reads it; throws when the server refuses. */
  async ask<T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answers ${answer.status}: ${JSON.stringify(answer.body)}`);
    return schema.parse(answer.body);
  }

  /** The same browser with another address of the same installation. */
  static like(known: Browser, url: string): Browser {
    const browser = new Browser(url);
    for (const [name, value] of known.#cookies) browser.#cookies.set(name, value);
    return browser;
  }

  /** A browser of somebody of staff who has followed a sign-in link. */
  static async signIn(url: string, link: string): Promise<Browser> {
    const browser = new Browser(url);
    const token = link.split('/').at(-1);
    await browser.ask(z.unknown(), 'GET', `/api/auth/magic-link/verify?token=${token}`);
    return browser;
  }
}
