/** `UpstreamReply` of the runtime. */
export type UpstreamReply =
  | { status: number; headers: [string, string][]; bodyBase64: string }
  | { error: { code: string; message: string } };

type Deliver = (exchange: number, json: string) => void;
type Waiting = { exchange: number; deliver: Deliver };

/** The services of the tests' world, which answer what a solution asks of the outside. */
export type Upstreams = {
  /** An UpstreamRequest as JSON; whatever a solution has sent. */
  ask(exchange: number, json: string): void;
  abandon(exchange: number): void;
};

/**
 * The world outside of the solutions of a run. Until the tests stand up nobody is there, and every name is
 * unknown, as it would be on a machine without a network.
 */
export class VirtualNetwork {
  readonly #waiting = new Map<number, Waiting>();
  #upstreams: Upstreams | undefined;
  #nextExchange = 1;

  /** From now on, requests go to `upstreams`. */
  attach(upstreams: Upstreams): void {
    this.#upstreams = upstreams;
  }

  /** The reply to an exchange; one that nobody waits for is dropped. */
  reply(exchange: number, json: string): void {
    const waiting = this.#waiting.get(exchange);
    this.#waiting.delete(exchange);
    waiting?.deliver(waiting.exchange, json);
  }

  /** The network card of one solution; `deliver` hands it a reply, in a turn of its own. */
  connect(deliver: Deliver) {
    return {
      /** An UpstreamRequest of the solution's, as JSON; whatever it is, it must not make the host throw. */
      send: (exchange: number, json: string): void => {
        if (!this.#upstreams) {
          deliver(exchange, JSON.stringify(nobodyAnswers(json)));
          return;
        }
        const own = this.#nextExchange;
        this.#nextExchange += 1;
        this.#waiting.set(own, { exchange, deliver });
        this.#upstreams.ask(own, json);
      },
      /** The solution no longer waits for the reply to one exchange, or to all. */
      abort: (exchange?: number): void => {
        for (const [own, waiting] of this.#waiting) {
          if (waiting.deliver !== deliver) continue;
          if (exchange !== undefined && waiting.exchange !== exchange) continue;
          this.#waiting.delete(own);
          this.#upstreams?.abandon(own);
        }
      },
    };
  }
}

function nobodyAnswers(json: string): UpstreamReply {
  const hostname = hostnameOf(json);
  const error =
    hostname === undefined
      ? { code: 'ECONNRESET', message: 'read ECONNRESET' }
      : { code: 'ENOTFOUND', message: `getaddrinfo ENOTFOUND ${hostname}` };
  return { error };
}

function hostnameOf(json: string): string | undefined {
  try {
    const { url } = JSON.parse(json) as { url: string };
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
