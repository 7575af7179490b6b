// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { UpstreamFailure } from '@assay/runtime/world';

const failures = ['refused', 'reset', 'unknown_host', 'silence'];

/**
 * Tests are not type-checked before they run: what is misspelled would do nothing, and they would pass.
 * @throws {TypeError} when `failure` is none that an upstream knows.
 */
export function checkFailure(failure: UpstreamFailure): UpstreamFailure {
  const isReply = typeof failure === 'object' && failure !== null;
  if (isReply || (Number.isInteger(failure) && Number(failure) >= 100)) return failure;
  if (typeof failure === 'string' && failures.includes(failure)) return failure;
  throw new TypeError(
    `An upstream fails with a status, a reply, or one of ${failures.map((name) => `'${name}'`).join(', ')}; this is ${JSON.stringify(failure)}.`,
  );
}

/** @throws {TypeError} when `options` has one that `call` does not know. */
export function checkOptions(call: string, options: object, known: string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(`${call} takes ${known.join(', ')} as options; there is no ${unknown}.`);
}

/**
 * The origin of a service.
 * @throws {TypeError} when the address has more than that, which routes are for.
 */
export function checkOrigin(address: string): string {
  const { origin, pathname, search } = new URL(address);
  if (pathname === '/' && search === '') return origin;
  throw new TypeError(
    `upstream takes an origin such as ${JSON.stringify(origin)}; name ${pathname}${search} in its routes.`,
  );
}
