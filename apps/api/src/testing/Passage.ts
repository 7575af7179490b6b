import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut, and led to another one, as a proxy or a network does it. */
export class Passage {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #to: number | undefined;

  private constructor(to: number) {
    this.#to = to;
    this.#server = createServer((socket) => this.#pass(socket));
  }

  /** To a port of this machine. */
  static async to(port: number): Promise<Passage> {
    const passage = new Passage(port);
    passage.#server.listen(0, '127.0.0.1');
    await once(passage.#server, 'listening');
    return passage;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Ends all connections; those that come meet nobody, or with `to` the server there. */
  cut(to?: number): void {
    this.#to = to;
    for (const socket of this.#sockets) socket.destroy();
  }

  lead(to: number): void {
    this.#to = to;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #pass(socket: Socket): void {
    if (this.#to === undefined) return void socket.destroy();
    const further = connect(this.#to, '127.0.0.1');
    for (const [one, other] of [
      [socket, further],
      [further, socket],
    ] as const) {
      this.#sockets.add(one);
      one
        .on('error', () => {})
        .on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  }
}
