// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Cookie } from '@assay/runtime/world';

type Kept = { cookie: Cookie; path: string; expiresMs: number };

/** The cookies of one client of one server, by RFC 6265 as far as one host can show it. */
export class CookieJar {
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keeps a cookie that the answer to a request for `url` has set, or forgets it when it has expired. */
  store(cookie: Cookie, url: string): void {
    const path = cookie.path ?? folderOf(pathOf(url));
    const expiresMs =
      cookie.maxAge === undefined
        ? (cookie.expires?.getTime() ?? Infinity)
        : this.#now() + cookie.maxAge * 1_000;
    const key = `${path}\n${cookie.name}`;
    if (expiresMs <= this.#now()) this.#kept.delete(key);
    else this.#kept.set(key, { cookie, path, expiresMs });
  }

  cookiesFor(url: string): Record<string, string> {
    return Object.fromEntries(
      this.#matching(url).map(({ cookie }) => [cookie.name, cookie.value] as const),
    );
  }

  /** What goes into the `Cookie` header of a request for `url`; empty for none. */
  header(url: string): string {
    return this.#matching(url)
      .map(({ cookie }) => `${cookie.name}=${cookie.value}`)
      .join('; ');
  }

  /** Longer paths first, as the RFC asks. */
  #matching(url: string): Kept[] {
    const path = pathOf(url);
    return [...this.#kept.values()]
      .filter(({ expiresMs, path: kept }) => expiresMs > this.#now() && covers(kept, path))
      .toSorted((one, other) => other.path.length - one.path.length);
  }
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '/';
}

/** The path that a cookie is for when it does not say. */
function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end <= 0 ? '/' : path.slice(0, end);
}

function covers(kept: string, path: string): boolean {
  return path === kept || path.startsWith(kept.endsWith('/') ? kept : `${kept}/`);
}
