import type { WorkspaceSocket } from '@assay/workspace/browser';

/** What happens to messages on their way, as shares of them. A delayed one is overtaken by those after it. */
const faults = { drop: 0.1, double: 0.1, delay: 0.2 };
/** At most, ms. */
const delayMs = 200;
/** Of socket.io: events and acknowledgements. What connects is left alone, or there would be nothing to disturb. */
const disturbed = new Set([2, 3, 5, 6]);

type Packet = { type: number };
/** What socket.io's client calls for each message, which its types do not name. */
type Line = { packet(packet: Packet): void; onpacket(packet: Packet): void };

/**
 * Loses, doubles and delays the messages of one socket, both ways, and cuts its connection, as `random` says. Has to
 * be there before the socket connects. It stands above TCP, which neither loses nor reorders anything by itself.
 */
export class FaultyLine {
  readonly #socket: WorkspaceSocket;
  readonly #random: () => number;
  readonly #late = new Set<ReturnType<typeof setTimeout>>();
  #calm = true;
  /** How many messages met with something. */
  faults = 0;

  constructor(socket: WorkspaceSocket, random: () => number) {
    this.#socket = socket;
    this.#random = random;
    const line = socket as unknown as Line;
    const { packet, onpacket } = line;
    line.packet = (sent) => this.#pass(sent, (passed) => packet.call(socket, passed));
    line.onpacket = (came) => this.#pass(came, (passed) => onpacket.call(socket, passed));
  }

  disturb(): void {
    this.#calm = false;
  }

  /** From now on all arrives, once and in order; what is late still comes late. */
  calm(): void {
    this.#calm = true;
  }

  /** Tears the TCP connection down, without a word. */
  cut(): void {
    const { engine } = this.#socket.io;
    const { ws } = (engine?.transport ?? {}) as { ws?: { _socket?: { destroy(): void } } };
    ws?._socket?.destroy();
  }

  close(): void {
    for (const timer of this.#late) clearTimeout(timer);
  }

  #pass(packet: Packet, deliver: (packet: Packet) => void): void {
    if (this.#calm || !disturbed.has(packet.type)) return deliver(packet);
    const lot = this.#random();
    const { drop, double, delay } = faults;
    if (lot < drop + double + delay) this.faults += 1;
    if (lot < drop) return;
    if (lot < drop + double) {
      // What the first does to the packet must not be in the second.
      const copy = structuredClone(packet);
      deliver(packet);
      return this.#later(() => deliver(copy));
    }
    if (lot < drop + double + delay) return this.#later(() => deliver(packet));
    deliver(packet);
  }

  #later(deliver: () => void): void {
    const connection = this.#socket.id;
    const timer = setTimeout(() => {
      this.#late.delete(timer);
      // A connection takes what is under way with it.
      if (this.#socket.connected && this.#socket.id === connection) deliver();
    }, this.#random() * delayMs);
    this.#late.add(timer);
  }
}
