type HeaderValue = string | number | readonly string[];

/** What `http.request` takes, as far as it has a meaning on the run's network. */
export type RequestOptions = {
  protocol?: string;
  host?: string;
  hostname?: string;
  port?: number | string;
  path?: string;
  method?: string;
  headers?: Record<string, HeaderValue | undefined> | readonly string[];
  auth?: string;
  timeout?: number;
  signal?: AbortSignal;
};

/** Brings the forms in which a request may be named into one. */
export function readRequestOptions(
  target: string | URL | RequestOptions,
  given: RequestOptions,
  defaultProtocol: 'http:' | 'https:',
) {
  const named = typeof target === 'string' || target instanceof URL ? new URL(target) : undefined;
  const options = named ? given : { ...(target as RequestOptions), ...given };
  const protocol = options.protocol ?? named?.protocol ?? defaultProtocol;
  if (protocol !== defaultProtocol) {
    throw Object.assign(
      new TypeError(`Protocol "${protocol}" not supported. Expected "${defaultProtocol}"`),
      { code: 'ERR_INVALID_PROTOCOL' },
    );
  }
  const url = named ?? new URL(`${protocol}//localhost/`);
  const hostname = options.hostname ?? options.host;
  if (hostname !== undefined) url.hostname = hostname;
  if (options.port !== undefined) url.port = String(options.port);
  const href = options.path === undefined ? url.href : `${url.origin}${options.path}`;
  const headers = readHeaders(options.headers);
  const auth =
    options.auth ?? (url.username === '' ? undefined : `${url.username}:${url.password}`);
  if (auth !== undefined)
    headers.push(['Authorization', `Basic ${btoa(decodeURIComponent(auth))}`]);
  return {
    method: (options.method ?? 'GET').toUpperCase(),
    url: new URL(href),
    headers,
    timeoutMs: options.timeout,
    signal: options.signal,
  };
}

function readHeaders(headers: RequestOptions['headers'] = {}): [string, HeaderValue][] {
  if (!Array.isArray(headers)) {
    return Object.entries(headers).flatMap(([name, value]): [string, HeaderValue][] =>
      value === undefined ? [] : [[name, value]],
    );
  }
  const flat = headers as readonly string[];
  return flat.flatMap((name, index): [string, HeaderValue][] =>
    index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [],
  );
}
