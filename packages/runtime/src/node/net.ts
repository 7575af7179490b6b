/** `node:net`: sockets to the run's own PostgreSQL, the only address there is. */
import { Buffer } from 'node:buffer';
import { Duplex } from 'node:stream';
import { toBinary } from '#remote/binary.ts';
import { nextTick } from '#time/timers.ts';
import { unavailable } from './unavailable.ts';

type NetHost = {
  openConnection(port: number): number;
  sendBytes(connection: number, binary: string): void;
  closeConnection(connection: number): void;
};

let host: NetHost | undefined;
const sockets = new Map<number, Socket>();

export function connectNet(netHost: NetHost): void {
  host = netHost;
}

/** Bytes from the other end of a connection; none means that it has closed. */
export function receiveBytes(connection: number, binary: string): void {
  const socket = sockets.get(connection);
  if (binary === '') {
    sockets.delete(connection);
    socket?.push(null);
  } else socket?.push(Buffer.from(binary, 'latin1'));
}

export class Socket extends Duplex {
  connecting = false;
  #connection: number | undefined;

  constructor() {
    super({ allowHalfOpen: false });
  }

  connect(target: number | { port: number; host?: string }): this {
    const port = Number(typeof target === 'object' ? target.port : target);
    this.connecting = true;
    nextTick(() => {
      this.connecting = false;
      const connection = host?.openConnection(port) ?? -1;
      if (connection < 0) {
        this.destroy(
          Object.assign(new Error(`connect ECONNREFUSED 127.0.0.1:${port}`), {
            code: 'ECONNREFUSED',
            syscall: 'connect',
            port,
          }),
        );
        return;
      }
      this.#connection = connection;
      sockets.set(connection, this);
      this.emit('connect');
      this.emit('ready');
    });
    return this;
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    this.#send(chunk, done);
  }

  /** What was written while the socket was corked, as pg does for a query, travels together. */
  override _writev(parts: { chunk: Uint8Array }[], done: (error?: Error) => void): void {
    this.#send(Buffer.concat(parts.map(({ chunk }) => chunk)), done);
  }

  #send(bytes: Uint8Array, done: (error?: Error) => void): void {
    if (this.#connection === undefined) {
      done(Object.assign(new Error('This socket is not connected.'), { code: 'EPIPE' }));
      return;
    }
    host?.sendBytes(this.#connection, toBinary(bytes));
    done();
  }

  override _final(done: () => void): void {
    this.#close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#close();
    done(error);
  }

  #close(): void {
    if (this.#connection === undefined) return;
    host?.closeConnection(this.#connection);
    sockets.delete(this.#connection);
    this.#connection = undefined;
    this.push(null);
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

const ipv4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;

/** 4, 6, or 0 when `address` is neither. */
export function isIP(address: string): 0 | 4 | 6 {
  if (ipv4.test(address)) return 4;
  return /^[0-9a-f:.]+$/i.test(address) && address.includes(':') ? 6 : 0;
}

export const connect = (target: number | { port: number }) => new Socket().connect(target);

export { connect as createConnection };

export default unavailable('node:net', { Socket, isIP, connect, createConnection: connect });
