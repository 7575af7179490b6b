/** What a test file may import from 'world'. */

export type ApiOptions = { headers?: Record<string, string> };
export type ApiRequest = {
  method: string;
  /** Path and query, from "/". */
  path: string;
  headers?: Record<string, string>;
  /** Sent as it is, in UTF-8. */
  body?: string;
};
export type ApiResponse = {
  status: number;
  /** By lower-case name; several of one name are joined by ", ". */
  headers: Record<string, string>;
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
};

export type World = {
  api: Api;
  clock: {
    /** Virtual time, ms since the epoch. */
    now(): number;
    /** Lets `ms` of virtual time pass, with all that falls due in it. */
    advance(ms: number): Promise<void>;
  };
  postgres: {
    /** Statements that the solution has sent since the test began. */
    readonly queries: { text: string; rows: number }[];
    /** A query of the test's own, which is not counted. Parameters are $1, $2, … */
    query(text: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>;
  };
  /** Stops the solution and starts it afresh: its memory is gone, its database is not. */
  restart(): Promise<void>;
  /** What the solution printed since the test began. */
  readonly logs: { level: 'debug' | 'log' | 'info' | 'warn' | 'error'; text: string }[];
};

export declare const api: World['api'];
export declare const clock: World['clock'];
export declare const postgres: World['postgres'];
export declare const restart: World['restart'];
export declare const logs: World['logs'];
