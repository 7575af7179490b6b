import type { VirtualLoop } from './VirtualLoop.ts';

type Turn = (op: string, ...args: (string | number)[]) => void;

type ExchangesWorld = {
  loop: VirtualLoop;
  /** Characters of one message between tests and solution. */
  messageLength: number;
  /** The solution that runs, if one listens. */
  listening(): boolean;
  turnGrader: Turn;
  /** A turn of the solution that runs now, or none if another one has taken its place by then. */
  solutionTurn(op: string, ...args: (string | number)[]): () => void;
};

type Exchange = {
  /** Parts may follow its end. */
  streams: boolean;
  answered: boolean;
  /** Lengths of the parts of its response that the tests have not read. */
  unread: number[];
};

/** What a streamed response may have unread, in messages of the largest size. Counters floods that heed no window. */
const unreadMessages = 4;

/** Requests of the tests to the solution that are under way, with what streams in either direction. */
export class ApiExchanges {
  readonly #world: ExchangesWorld;
  #open = new Map<number, Exchange>();
  #next = 1;

  constructor(world: ExchangesWorld) {
    this.#world = world;
  }

  /** Sends a WireRequest of the tests'; gives the number of its exchange. */
  send(json: string, streams: boolean): number {
    const exchange = this.#next;
    this.#next += 1;
    if (this.#world.listening()) {
      this.#open.set(exchange, { streams, answered: false, unread: [] });
      this.#toSolution(exchange, 'request', json);
    } else this.#toTests(exchange, 'response', JSON.stringify({ refused: true }));
    return exchange;
  }

  /** A piece of the request's body; none means that it has ended. */
  sendPart(exchange: number, binary: string): void {
    if (this.#open.has(exchange)) this.#toSolution(exchange, 'requestPart', binary);
  }

  /** The solution has room for another piece. */
  want(exchange: number): void {
    if (this.#open.has(exchange)) this.#toTests(exchange, 'requestWanted');
  }

  /** The tests have read the oldest part of a streamed response, so many bytes. */
  taken(exchange: number, length: number): void {
    if (this.#open.get(exchange)?.unread.shift() !== undefined)
      this.#toSolution(exchange, 'responseTaken', length);
  }

  /** The client hangs up. Nothing that the solution still answers is passed on. */
  abort(exchange: number): void {
    if (this.#open.delete(exchange)) this.#toSolution(exchange, 'hangUp');
  }

  /** A part of a streamed response, whatever the solution has sent. */
  respondPart(exchange: number, json: string): void {
    const open = this.#open.get(exchange);
    if (!open || open.answered) return;
    open.unread.push(json.length);
    const unread = open.unread.reduce((sum, length) => sum + length, 0);
    const most = unreadMessages * this.#world.messageLength;
    if (json.length > this.#world.messageLength || unread > most) {
      this.#lose(exchange, `more than ${most} characters of the response are unread`);
      this.abort(exchange);
    } else this.#toTests(exchange, 'responsePart', json);
  }

  /** The end of an exchange, whatever the solution has sent. */
  respond(exchange: number, json: string): void {
    const open = this.#open.get(exchange);
    if (!open || open.answered) return;
    open.answered = true;
    if (!open.streams) this.#open.delete(exchange);
    const { messageLength } = this.#world;
    if (json.length > messageLength)
      this.#lose(exchange, `the response is longer than ${messageLength} characters`);
    else this.#toTests(exchange, 'response', json);
  }

  /** The solution is gone, and with it all connections. */
  loseAll(): void {
    const open = this.#open;
    this.#open = new Map();
    for (const [exchange, { answered }] of open)
      if (!answered) this.#lose(exchange, 'the solution stopped');
  }

  #lose(exchange: number, reason: string): void {
    this.#toTests(exchange, 'response', JSON.stringify({ lost: reason }));
  }

  #toSolution(exchange: number, op: string, ...args: (string | number)[]): void {
    this.#world.loop.post(`request ${exchange}`, this.#world.solutionTurn(op, exchange, ...args));
  }

  #toTests(exchange: number, op: string, ...args: (string | number)[]): void {
    this.#world.loop.post(`response ${exchange}`, () =>
      this.#world.turnGrader(op, exchange, ...args),
    );
  }
}
