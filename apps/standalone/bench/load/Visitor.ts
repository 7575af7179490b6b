/** How long somebody waits for an answer, ms; longer counts as an error. */
const answerMs = 180_000;

export type Identity = { url: string; address: string; cookie: string };

/** One request that was answered: how long it took, ms. */
export type Timing = { what: string; ms: number };

/**
 * Somebody's browser over HTTP, from an address of their own: a proxy would name it, and limits count by it.
 * Measures every request; one that is refused, or not answered in that time, throws.
 */
export class Visitor {
  readonly #url: string;
  readonly #address: string;
  readonly #cookies = new Map<string, string>();
  readonly timings: Timing[] = [];

  constructor(url: string, number: number) {
    this.#url = url;
    this.#address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  }

  static from({ url, address, cookie }: Identity): Visitor {
    const [, ...bytes] = address.split('.').map(Number);
    const visitor = new Visitor(
      url,
      bytes.reduce((sum, byte) => sum * 256 + byte, 0),
    );
    for (const pair of cookie.split('; ')) {
      const at = pair.indexOf('=');
      visitor.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return visitor;
  }

  get identity(): Identity {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { url: this.#url, address: this.#address, cookie };
  }

  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    const from = performance.now();
    const response = await fetch(`${this.#url}${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
      headers: {
        cookie: this.identity.cookie,
        'x-forwarded-for': this.#address,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await response.text();
    this.timings.push({
      what: `${method} ${path.split('/')[2] ?? ''}`,
      ms: performance.now() - from,
    });
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' || response.status >= 300 ? undefined : JSON.parse(text);
  }
}
