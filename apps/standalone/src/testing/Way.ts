import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A way over TCP to ports of this machine in turn, from the first: what a balancer is that asks the next server when
 * one does not accept. It can be made slow.
 */
export class Way {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #ports: readonly number[];
  #turn = -1;
  /** How long each piece that passes is held up, ms. */
  delayMs = 0;

  private constructor(ports: readonly number[]) {
    this.#ports = ports;
    this.#server = createServer((socket) => this.#lead(socket, ports.length));
  }

  static async to(...ports: number[]): Promise<Way> {
    const way = new Way(ports);
    way.#server.listen(0, '127.0.0.1');
    await once(way.#server, 'listening');
    return way;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #lead(socket: Socket, tries: number): void {
    const port = this.#ports[(this.#turn += 1) % this.#ports.length] ?? 0;
    const further = connect({ port, host: '127.0.0.1', noDelay: true });
    const refused = () => {
      if (tries > 1) this.#lead(socket, tries - 1);
      else socket.destroy();
    };
    socket.on('error', () => {});
    further.once('error', refused).once('connect', () => {
      further.off('error', refused).on('error', () => {});
      this.#carry(socket, further);
      this.#carry(further, socket);
    });
  }

  #carry(from: Socket, to: Socket): void {
    let last = Promise.resolve();
    this.#sockets.add(from);
    from.on('data', (piece: Buffer) => {
      const { delayMs } = this;
      last = last.then(async () => {
        if (delayMs > 0) await delay(delayMs);
        if (!to.destroyed) to.write(piece);
      });
    });
    from.on('close', () => {
      this.#sockets.delete(from);
      void last.then(() => to.destroy());
    });
  }
}
