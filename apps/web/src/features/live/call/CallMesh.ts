import type { CallMember, CallSignal, IceServer } from '@assay/contracts/live';
import { CallPeer, type Tracks } from './CallPeer.ts';

/** The ways from this page to all others in its call: one each, made and ended as the server says who is in it. */
export class CallMesh {
  readonly #self: string;
  readonly #iceServers: IceServer[];
  readonly #send: (to: string, signal: CallSignal) => void;
  readonly #onChange: () => void;
  readonly #peers = new Map<string, CallPeer>();
  #tracks: Tracks = { microphone: undefined, camera: undefined };

  constructor(options: {
    /** What the server calls this page. */
    self: string;
    iceServers: IceServer[];
    tracks: Tracks;
    send: (to: string, signal: CallSignal) => void;
    onChange: () => void;
  }) {
    this.#self = options.self;
    this.#iceServers = options.iceServers;
    this.#send = options.send;
    this.#onChange = options.onChange;
    this.#tracks = options.tracks;
  }

  get peers(): ReadonlyMap<string, CallPeer> {
    return this.#peers;
  }

  /** Everybody in the call now. */
  setMembers(members: readonly CallMember[]): void {
    const others = new Set(members.map(({ connection }) => connection));
    others.delete(this.#self);
    for (const [connection, peer] of this.#peers) {
      if (others.has(connection)) continue;
      peer.close();
      this.#peers.delete(connection);
    }
    for (const connection of others) this.#peer(connection);
    this.#onChange();
  }

  /** A word of another page. It may come before the list that names it. */
  receive(from: string, signal: CallSignal): void {
    if (from !== this.#self) this.#peer(from).receive(signal);
  }

  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    for (const peer of this.#peers.values()) peer.setTracks(tracks);
  }

  close(): void {
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
  }

  #peer(connection: string): CallPeer {
    const known = this.#peers.get(connection);
    if (known !== undefined) return known;
    const peer = new CallPeer({
      connection: new RTCPeerConnection({ iceServers: this.#iceServers }),
      // Both sides come to the same.
      begins: this.#self > connection,
      tracks: this.#tracks,
      send: (signal) => this.#send(connection, signal),
      onChange: this.#onChange,
    });
    this.#peers.set(connection, peer);
    return peer;
  }
}
