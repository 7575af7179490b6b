/** A request of the solution's to the world outside it. */
export type UpstreamRequest = {
  method: string;
  /** Absolute, with `http:` or `https:`. */
  url: string;
  headers: [string, string][];
  bodyBase64: string;
};

/** What comes back: a response, or why there is none, in Node's words (`getaddrinfo ENOTFOUND rates.test`). */
export type UpstreamReply =
  | { status: number; headers: [string, string][]; bodyBase64: string }
  | { error: { code: string; message: string } };
