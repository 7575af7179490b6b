/** Tells whether a request is for a route, and what its placeholders stand for. */
export type Route = (method: string, path: string) => Record<string, string> | undefined;

const pattern = /^(?:(?<method>[A-Za-z]+) )?(?<path>\/\S*|\*)$/;

/**
 * Reads `GET /rates/:currency`, `/rates`, `POST /v1/*`, `*`.
 * @throws {Error} for anything else.
 */
export function parseRoute(text: string): Route {
  const groups = pattern.exec(text)?.groups;
  if (!groups)
    throw new Error(
      `A route looks like "GET /rates/:currency", "/rates" or "POST /v1/*"; this is ${JSON.stringify(text)}.`,
    );
  const wantedMethod = groups['method']?.toUpperCase();
  const wanted = groups['path'] === '*' ? ['*'] : (groups['path'] ?? '').slice(1).split('/');
  return (method, path) => {
    if (wantedMethod !== undefined && wantedMethod !== method) return undefined;
    return matchSegments(wanted, path.slice(1).split('/'));
  };
}

function matchSegments(wanted: string[], given: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    if (segment === '*' && index === wanted.length - 1) return params;
    const actual = given[index];
    if (actual === undefined) return undefined;
    if (segment.startsWith(':') && actual !== '') params[segment.slice(1)] = decode(actual);
    else if (segment !== actual) return undefined;
  }
  return wanted.length === given.length ? params : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
