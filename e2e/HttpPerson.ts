/** Somebody's browser without a page: keeps cookies, sends JSON, and refuses to go on when it is refused. */
export class HttpPerson {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(anyLink: string) {
    this.#origin = new URL(anyLink).origin;
  }

  /** Sends something and answers what came back. Rejects when it was refused. */
  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, this.#origin), {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: this.#origin,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' || response.status >= 300 ? undefined : JSON.parse(text);
  }
}
