import type { CallSignal } from '@assay/contracts/live';

/** The way to another page. `interrupted`: it was there and is sought again; `unreachable`: it was never found. */
export type PeerState = 'connecting' | 'connected' | 'interrupted' | 'unreachable';

export type Tracks = {
  microphone: MediaStreamTrack | undefined;
  camera: MediaStreamTrack | undefined;
};

/** How long a path may be gone before another is looked for, ms. Most come back by themselves. */
const patienceMs = 3_000;
/** The longest time between two tries, ms. */
const maxRestMs = 30_000;

/**
 * Sound and picture to and from one other page. `begins` says which of the two offers first; afterwards either
 * may, and the one that did not begin gives way when both do (perfect negotiation).
 */
export class CallPeer {
  /** What comes from there. */
  readonly stream = new MediaStream();
  readonly connection: RTCPeerConnection;
  readonly #send: (signal: CallSignal) => void;
  readonly #onChange: () => void;
  readonly #begins: boolean;
  #tracks: Tracks = { microphone: undefined, camera: undefined };
  #work: Promise<void> = Promise.resolve();
  #makingOffer = false;
  #ignoring = false;
  #wasConnected = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: {
    connection: RTCPeerConnection;
    begins: boolean;
    tracks: Tracks;
    send: (signal: CallSignal) => void;
    onChange: () => void;
  }) {
    const { connection } = options;
    this.connection = connection;
    this.#begins = options.begins;
    this.#send = options.send;
    this.#onChange = options.onChange;
    connection.addEventListener('negotiationneeded', () => void this.#offer());
    connection.addEventListener('icecandidate', ({ candidate }) => this.#tell(candidate));
    connection.addEventListener('connectionstatechange', () => this.#look());
    connection.addEventListener('track', ({ track }) => {
      this.stream.addTrack(track);
      this.#onChange();
    });
    this.#tracks = options.tracks;
    // One place for sound and one for picture, for as long as it lasts; the other side answers on the same two.
    if (options.begins)
      for (const [kind, track] of placesOf(options.tracks))
        connection.addTransceiver(track ?? kind, { direction: 'sendrecv' });
  }

  get state(): PeerState {
    if (this.connection.connectionState === 'connected') return 'connected';
    if (this.#wasConnected) return 'interrupted';
    return this.connection.connectionState === 'failed' ? 'unreachable' : 'connecting';
  }

  /** How loud it is there, 0 to 1. */
  get level(): number {
    const receiver = this.connection.getReceivers().find(({ track }) => track.kind === 'audio');
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  /** Gives other tracks from now on; nothing has to be agreed on for that. */
  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    this.#then(() => this.#place());
  }

  /** What the other page says, in its order. */
  receive(signal: CallSignal): void {
    this.#then(() =>
      signal.kind === 'description' ? this.#describe(signal) : this.#addCandidate(signal),
    );
  }

  close(): void {
    clearTimeout(this.#timer);
    this.connection.close();
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(() => {
      // A word that makes no sense, of a browser unlike ours or of a hostile one: the path is sought anew if it fails.
    });
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true;
      await this.connection.setLocalDescription();
      this.#sendDescription();
    } catch {
      // Closed meanwhile.
    } finally {
      this.#makingOffer = false;
    }
  }

  async #describe({ type, sdp }: CallSignal & { kind: 'description' }): Promise<void> {
    const { connection } = this;
    const collides =
      type === 'offer' && (this.#makingOffer || connection.signalingState !== 'stable');
    this.#ignoring = collides && this.#begins;
    if (this.#ignoring) return;
    await connection.setRemoteDescription({ type, sdp });
    if (type === 'answer') return;
    await this.#place();
    await connection.setLocalDescription();
    this.#sendDescription();
  }

  async #addCandidate(found: CallSignal & { kind: 'candidate' }): Promise<void> {
    const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = found;
    try {
      await this.connection.addIceCandidate({
        candidate,
        sdpMid,
        sdpMLineIndex,
        usernameFragment,
      });
    } catch (error) {
      if (!this.#ignoring) throw error;
    }
  }

  /** Puts the own tracks where the two sides have agreed on. */
  async #place(): Promise<void> {
    for (const [kind, track] of placesOf(this.#tracks)) {
      const place = this.connection
        .getTransceivers()
        .find(({ receiver }) => receiver.track.kind === kind);
      if (place === undefined) continue;
      if (place.direction !== 'sendrecv') place.direction = 'sendrecv';
      await place.sender.replaceTrack(track ?? null);
    }
  }

  #sendDescription(): void {
    const description = this.connection.localDescription;
    if (description?.type === 'offer' || description?.type === 'answer')
      this.#send({ kind: 'description', type: description.type, sdp: description.sdp });
  }

  #tell(candidate: RTCIceCandidate | null): void {
    if (candidate === null || candidate.candidate === '') return;
    const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
    this.#send({
      kind: 'candidate',
      candidate: candidate.candidate,
      sdpMid,
      sdpMLineIndex,
      usernameFragment,
    });
  }

  /** Looks for another path when this one has gone. */
  #look(): void {
    clearTimeout(this.#timer);
    const { connectionState } = this.connection;
    if (connectionState === 'connected') {
      this.#wasConnected = true;
      this.#tries = 0;
    }
    if (connectionState === 'disconnected' || connectionState === 'failed') {
      const rest = Math.min(maxRestMs, patienceMs * 2 ** this.#tries);
      this.#tries += 1;
      this.#timer = setTimeout(() => {
        this.connection.restartIce();
        this.#look();
      }, rest);
    }
    this.#onChange();
  }
}

const placesOf = ({ microphone, camera }: Tracks) =>
  [
    ['audio', microphone],
    ['video', camera],
  ] as const;
