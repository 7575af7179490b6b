import type { WireRequest } from '#node/http/IncomingMessage.ts';
import type { WireResponse } from '#node/http/ServerResponse.ts';
import type { SolutionHost, SolutionTurn } from '#solution/protocol.ts';
import { startClock } from '#time/clock.ts';
import { type LanguageHost, languageHost } from './languageHost.ts';

/** A language other than JavaScript, once it has started: what it makes of a program and of requests. */
export type LanguageEngine = {
  boot(host: LanguageHost, seed: number, environmentJson: string): void;
  /** Loads the candidate's program, `{ files, entry }`; false when it did not come to its end, which the host was told. */
  load(json: string): boolean;
  /** Answers one request, a WireRequest. */
  handle(exchange: number, json: string): void;
};

/** The port at which the application is reached; there is one. */
const port = 3_000;

/** Boots the engine, and gives what takes the host's turns from then on. `title` names the language to people. */
export function takeTurns(
  title: string,
  engine: LanguageEngine,
  host: SolutionHost,
  { seed, environmentJson }: { seed: number; environmentJson: string },
): (op: SolutionTurn['op'], ...args: never[]) => string {
  const { boot, load, handle } = engine;
  startClock(host.now, seed);
  const arrived = new Map<number, string[]>();
  /** Exchanges whose response is wanted in pieces; it is sent in one. */
  const streamed = new Set<number>();
  const respond = (exchange: number, json: string) => {
    if (!streamed.delete(exchange)) {
      host.respond(exchange, json);
      return;
    }
    const { body, ...head } = JSON.parse(json) as WireResponse;
    host.respondPart(exchange, JSON.stringify(head));
    if (body !== '') host.respondPart(exchange, JSON.stringify({ body }));
    host.respond(exchange, JSON.stringify({ ended: true }));
  };
  boot(languageHost({ ...host, respond }, arrived), seed, environmentJson);
  /** Requests whose body is on its way. */
  const arriving = new Map<number, WireRequest>();

  const answer = (exchange: number, request: WireRequest) =>
    handle(exchange, JSON.stringify(request));
  const turns: Partial<Record<SolutionTurn['op'], (...args: never[]) => void>> = {
    load: (program: string) => {
      if (!load(program)) return;
      host.listen(port);
      host.loaded();
    },
    request: (exchange: number, json: string) => {
      const request = JSON.parse(json) as WireRequest;
      if (request.responseStreams === true) streamed.add(exchange);
      if (request.bodyStreams === true) arriving.set(exchange, request);
      else answer(exchange, request);
    },
    requestPart: (exchange: number, binary: string) => {
      const request = arriving.get(exchange);
      if (!request) return;
      request.body += binary;
      if (binary === '') {
        arriving.delete(exchange);
        answer(exchange, request);
      } else host.wantBody(exchange);
    },
    bytes: (connection: number, binary: string) => {
      const earlier = arrived.get(connection);
      if (earlier) earlier.push(binary);
      else arrived.set(connection, [binary]);
    },
    hangUp: (exchange: number) => void arriving.delete(exchange),
  };
  return (op, ...args) => {
    if (op === 'files')
      return JSON.stringify({ error: `files of a ${title} solution cannot be seen.` });
    try {
      turns[op]?.(...args);
    } catch (error) {
      host.crash(JSON.stringify(describeBreakdown(title, error)));
    }
    return '';
  };
}

/** A language catches its own exceptions; what comes here has broken the interpreter. */
function describeBreakdown(title: string, error: unknown) {
  const message = error instanceof Error ? error.message : '';
  return {
    name: `${title} broke down`,
    message: message.slice(0, 2_000) || 'the interpreter cannot go on',
    stack: '',
  };
}
