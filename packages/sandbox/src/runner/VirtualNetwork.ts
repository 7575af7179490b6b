/** `UpstreamReply` of the runtime. */
export type UpstreamReply =
  | { status: number; headers: [string, string][]; bodyBase64: string }
  | { error: { code: string; message: string } };

/**
 * The world outside of a solution. Nobody is there: every name is unknown, as it would be on a machine
 * without a network.
 */
export class VirtualNetwork {
  readonly #deliver: (exchange: number, json: string) => void;

  /** `deliver` hands the solution the reply to one of its exchanges, in a turn of its own. */
  constructor(deliver: (exchange: number, json: string) => void) {
    this.#deliver = deliver;
  }

  /** An UpstreamRequest of the solution's, as JSON; whatever it is, it must not make the host throw. */
  send(exchange: number, json: string): void {
    const hostname = hostnameOf(json);
    const error =
      hostname === undefined
        ? { code: 'ECONNRESET', message: 'read ECONNRESET' }
        : { code: 'ENOTFOUND', message: `getaddrinfo ENOTFOUND ${hostname}` };
    this.#deliver(exchange, JSON.stringify({ error } satisfies UpstreamReply));
  }

  /** The solution no longer waits for the reply. */
  abort(_exchange: number): void {}
}

function hostnameOf(json: string): string | undefined {
  try {
    const { url } = JSON.parse(json) as { url: string };
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
