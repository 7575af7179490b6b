/** What a solution has beside the globals of the language and those that Node's own declarations describe. */

declare type FetchOptions = {
  method?: string;
  headers?: Record<string, string> | [string, string][];
  body?: string | Uint8Array;
  signal?: AbortSignal;
};
declare type FetchResponse = {
  readonly url: string;
  readonly status: number;
  /** Whether the status is from 200 to 299. */
  readonly ok: boolean;
  /** By name, in any case; several of one name are joined by ", ". */
  readonly headers: ReadonlyMap<string, string>;
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/** Sends a request to an upstream of the challenge. Rejects with a TypeError when there is no response. */
declare function fetch(target: string | URL, options?: FetchOptions): Promise<FetchResponse>;
