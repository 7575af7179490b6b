import type { SolutionHost } from '#solution/protocol.ts';

/**
 * What the engine of another language than JavaScript is given of the host: numbers and strings, and calls that come back when what they wait for is there.
 * A program can reach these objects, so nothing here may do more than it could do by itself.
 */
export type LanguageHost = ReturnType<typeof languageHost>;

/** @param arrived Bytes that have come while nobody waited, by connection. */
export function languageHost(host: SolutionHost, arrived: ReadonlyMap<number, string[]>) {
  let exchanges = 0;
  return {
    /** Virtual time, whole ms since the epoch. */
    now: () => host.now(),
    print: (level: string, text: string) => host.print(String(level), String(text)),
    /** Lets virtual time pass; false when the run does not go on. */
    sleep: (ms: number) => host.sleep(Number(ms)) === 1,
    /** Sends an UpstreamRequest and gives the UpstreamReply, or nothing when the run does not go on. */
    ask: (json: string, timeoutMs: number) => {
      exchanges += 1;
      host.sendUpstream(exchanges, String(json));
      return host.awaitUpstream(exchanges, Number(timeoutMs));
    },
    open: (port: number) => host.openConnection(Number(port)),
    send: (connection: number, binary: string) =>
      host.sendBytes(Number(connection), String(binary)),
    /** Waits for bytes, one character each; nothing when the connection has closed. */
    receive: (connection: number) =>
      arrived.get(Number(connection))?.shift() ?? host.awaitBytes(Number(connection)),
    close: (connection: number) => host.closeConnection(Number(connection)),
    respond: (exchange: number, json: string) => host.respond(Number(exchange), String(json)),
    crash: (json: string) => host.crash(String(json)),
    refuse: (json: string) => host.refuse(String(json)),
  };
}
