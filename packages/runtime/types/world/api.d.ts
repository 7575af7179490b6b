export type ApiOptions = {
  headers?: Record<string, string>;
  /** The client hangs up when it has no answer after so many ms of virtual time; the promise is rejected. */
  abortAfterMs?: number;
};
export type ApiRequest = {
  method: string;
  /** Path and query, from "/". */
  path: string;
  headers?: Record<string, string>;
  /** Sent as it is, in UTF-8. */
  body?: string;
  /** As in ApiOptions. */
  abortAfterMs?: number;
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

export type ApiResponse = {
  status: number;
  /** By lower-case name; several of one name are joined by ", ". */
  headers: Record<string, string>;
  /** Cookies that the response sets, by name. */
  cookies: Record<string, Cookie>;
  text: string;
  /** Parsed when the response says that it is JSON and is; else the text. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests assert on the shape, which is the point of them
  body: any;
};

/** HTTP requests to the solution. Requests that are under way together interleave in an order that the seed decides. */
export type Api = {
  request(request: ApiRequest): Promise<ApiResponse>;
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
