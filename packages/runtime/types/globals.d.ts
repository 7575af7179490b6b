/** What a solution has beside the globals of the language and those that Node's own declarations describe. */
import type * as undici from 'undici-types';

declare global {
  /** Sends a request to an upstream of the challenge. Rejects with a TypeError when there is no response. */
  function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;

  interface FormData extends undici.FormData {}
  var FormData: typeof undici.FormData;
  interface Headers extends undici.Headers {}
  var Headers: typeof undici.Headers;
  interface Request extends undici.Request {}
  var Request: typeof undici.Request;
  interface RequestInit extends undici.RequestInit {}
  interface Response extends undici.Response {}
  var Response: typeof undici.Response;
  interface ResponseInit extends undici.ResponseInit {}
}
