// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Cookie } from '@assay/runtime/world';

const sameSites = { strict: 'strict', lax: 'lax', none: 'none' } as const;

/** One `Set-Cookie` line, read as browsers do (RFC 6265, section 5.2); nothing when it has no name. */
export function parseSetCookie(line: string): Cookie | undefined {
  const [pair = '', ...attributes] = line.split(';');
  const split = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, split)).trim();
  if (name === '') return undefined;
  const cookie: Cookie = {
    name,
    value: pair.slice(split + 1).trim(),
    httpOnly: false,
    secure: false,
  };
  for (const attribute of attributes) {
    const [key = '', ...rest] = attribute.split('=');
    apply(cookie, key.trim().toLowerCase(), rest.join('=').trim());
  }
  return cookie;
}

function apply(cookie: Cookie, key: string, value: string): void {
  if (key === 'httponly') cookie.httpOnly = true;
  else if (key === 'secure') cookie.secure = true;
  else if (key === 'path' && value.startsWith('/')) cookie.path = value;
  else if (key === 'domain' && value !== '') cookie.domain = value.replace(/^\./, '').toLowerCase();
  else if (key === 'max-age' && /^-?\d+$/.test(value)) cookie.maxAge = Number(value);
  else if (key === 'expires' && !Number.isNaN(Date.parse(value))) cookie.expires = new Date(value);
  else if (key === 'samesite' && Object.hasOwn(sameSites, value.toLowerCase()))
    cookie.sameSite = sameSites[value.toLowerCase() as keyof typeof sameSites];
}
