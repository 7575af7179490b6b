/** Text is sent in UTF-8. Of several pieces each is sent when the one before has been taken in. */
export type ApiBody =
  | string
  | Uint8Array
  | AsyncIterable<string | Uint8Array>
  | Iterable<string | Uint8Array>;

export type ApiOptions = {
  headers?: Record<string, string>;
  /** The client hangs up when it has not got all of the response after so many ms of virtual time; the promise is rejected. */
  abortAfterMs?: number;
  /** Likewise when this is aborted. */
  signal?: AbortSignal;
};
export type ApiRequest = ApiOptions & {
  method: string;
  /** Path and query, from "/". */
  path: string;
  body?: ApiBody;
};

/** One `Set-Cookie` of a response. */
export type Cookie = {
  name: string;
  /** As it was written, undecoded. */
  value: string;
  path?: string;
  domain?: string;
  /** Seconds. */
  maxAge?: number;
  expires?: Date;
  httpOnly: boolean;
  secure: boolean;
  sameSite?: 'strict' | 'lax' | 'none';
};

export type ApiHead = {
  status: number;
  /** By lower-case name; several of one name are joined by ", ". */
  headers: Record<string, string>;
  /** Cookies that the response sets, by name. */
  cookies: Record<string, Cookie>;
};

export type ApiResponse = ApiHead & {
  text: string;
  /** Parsed when the response says that it is JSON and is; else the text. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests assert on the shape, which is the point of them
  body: any;
};

/** One event of a `text/event-stream`. */
export type ServerSentEvent = {
  /** "message" unless named. */
  event: string;
  data: string;
  /** The last one that was sent. */
  id?: string;
};

/**
 * A response that is read while it comes. Its generators share what has come: each goes on where the last one
 * stopped. They throw when the connection is lost before the response has ended. What is not read fills the
 * connection, 64 KB of it; then the solution's writes wait.
 */
export type ApiStream = Readonly<ApiHead> & {
  chunks(): AsyncGenerator<Buffer, void, undefined>;
  /** Without their ends. */
  lines(): AsyncGenerator<string, void, undefined>;
  events(): AsyncGenerator<ServerSentEvent, void, undefined>;
  /** All that is left. */
  text(): Promise<string>;
  /** Whether the response has ended or the connection is gone. */
  readonly closed: boolean;
  /** The client hangs up. */
  abort(): void;
};

/** HTTP requests to the solution. Requests that are under way together interleave in an order that the seed decides. */
export type Api = {
  request(request: ApiRequest): Promise<ApiResponse>;
  /** Resolves with the head of the response. A path alone is a GET. What a test leaves open is aborted at its end. */
  stream(request: ApiRequest | string): Promise<ApiStream>;
  get(path: string, options?: ApiOptions): Promise<ApiResponse>;
  delete(path: string, options?: ApiOptions): Promise<ApiResponse>;
  /** `body` is sent as JSON; without one, nothing is. */
  post(path: string, body?: unknown, options?: ApiOptions): Promise<ApiResponse>;
  put(path: string, body?: unknown, options?: ApiOptions): Promise<ApiResponse>;
  patch(path: string, body?: unknown, options?: ApiOptions): Promise<ApiResponse>;
  /**
   * A client of its own that keeps cookies as a browser does, by path and by virtual time. It counts as
   * connected over HTTPS, so that cookies marked `Secure` are sent.
   */
  client(): ApiClient;
};

export type ApiClient = Api & {
  /** The cookies that it would send with a request for `path` ("/" unless given), by name. */
  cookies(path?: string): Record<string, string>;
};
