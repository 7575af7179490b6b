import type {
  CallJoined,
  CallMedia,
  CallMember,
  CallSignal,
  LiveRefusal,
} from '@assay/contracts/live';
import type { WorkspaceSocket } from '@assay/workspace/browser';
import { CallMesh } from './CallMesh.ts';
import type { CallPeer } from './CallPeer.ts';
import { LocalMedia } from './LocalMedia.ts';
import { Speaking } from './Speaking.ts';

type CallMembers = { ok: true; members: CallMember[] } | LiveRefusal;

/** How often it is looked who speaks, ms. */
const listenMs = 150;
/** How long the server may take to let somebody in, ms. */
const answerMs = 10_000;

export type LiveCallState = {
  phase: 'out' | 'joining' | 'in';
  /** Everybody in the call, also while oneself is not. */
  members: readonly CallMember[];
  peers: ReadonlyMap<string, CallPeer>;
  /** Connections. */
  speaking: ReadonlySet<string>;
  /** Why one is not in it, where that was not the own wish. */
  notice?: string;
};

/** The call of a session, from this page: who is in it, being in it oneself, and coming back after a lost connection. */
export class LiveCall {
  readonly media = new LocalMedia();
  readonly #socket: WorkspaceSocket;
  readonly #speaking = new Speaking();
  readonly #listeners = new Set<() => void>();
  #self: string | undefined;
  #mesh: CallMesh | undefined;
  #told = '';
  /** Words of others that came before the server's answer to joining. */
  #early: [from: string, signal: CallSignal][] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #state: LiveCallState = {
    phase: 'out',
    members: [],
    peers: new Map(),
    speaking: new Set(),
  };

  constructor(socket: WorkspaceSocket) {
    this.#socket = socket;
    socket.on('live:call', this.#onMembers);
    socket.on('live:signal', this.#onSignal);
    this.media.subscribe(() => this.#giveMedia());
  }

  readonly state = (): LiveCallState => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** What the server calls this page now; another one after each lost connection, when the call is joined anew. */
  setSelf(connection: string | undefined): void {
    if (connection === this.#self) return;
    this.#self = connection;
    // Until there is a new connection the ways to the others stay: sound needs no server.
    if (connection === undefined) return;
    if (this.#state.phase === 'in') void this.#enter();
    else void this.#look();
  }

  /** Asks for the microphone and joins, with it or as somebody who listens. */
  async join(): Promise<void> {
    if (this.#state.phase !== 'out') return;
    this.#set({ phase: 'joining', notice: undefined });
    await this.media.open('microphone');
    await this.#enter();
  }

  /** Joins to listen; the browser is asked for nothing. */
  async listen(): Promise<void> {
    if (this.#state.phase !== 'out') return;
    this.#set({ phase: 'joining', notice: undefined });
    await this.#enter();
  }

  leave(notice?: string): void {
    if (this.#state.phase !== 'out') this.#socket.emit('live:call_leave');
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#mesh?.close();
    this.#mesh = undefined;
    this.media.stop();
    this.#set({ phase: 'out', peers: new Map(), speaking: new Set(), notice });
  }

  close(): void {
    this.leave();
    this.#socket.off('live:call', this.#onMembers);
    this.#socket.off('live:signal', this.#onSignal);
    this.#listeners.clear();
    this.media.close();
  }

  async #look(): Promise<void> {
    const asked = this.#socket
      .timeout(answerMs)
      .emitWithAck('live:call_members') as Promise<CallMembers>;
    const answer = await asked.catch(() => undefined);
    if (answer?.ok === true && this.#state.phase === 'out') this.#set({ members: answer.members });
  }

  async #enter(): Promise<void> {
    const self = this.#self;
    this.#mesh?.close();
    this.#mesh = undefined;
    this.#early = [];
    const answer = await this.#ask();
    // Left, or called something else, while it was on its way.
    if (this.#state.phase === 'out' || self !== this.#self) return;
    if (self === undefined || typeof answer === 'string') {
      this.leave(typeof answer === 'string' ? answer : 'There is no connection at the moment.');
      return;
    }
    this.#mesh = new CallMesh({
      self,
      iceServers: answer.iceServers,
      tracks: this.#tracks(),
      send: (to, signal) => this.#signal(to, signal),
      onChange: () => this.#set({ peers: new Map(this.#mesh?.peers) }),
    });
    this.#timer ??= setInterval(() => void this.#hear(), listenMs);
    this.#set({ phase: 'in', members: answer.members });
    this.#mesh.setMembers(answer.members);
    for (const [from, signal] of this.#early.splice(0)) this.#mesh.receive(from, signal);
    this.#giveMedia();
  }

  async #ask(): Promise<CallJoined | string> {
    const media = this.#ownMedia();
    this.#told = JSON.stringify(media);
    const asked = this.#socket.timeout(answerMs).emitWithAck('live:call_join', media) as Promise<
      CallJoined | LiveRefusal
    >;
    const answer = await asked.catch(() => undefined);
    if (answer === undefined) return 'The server did not answer. Try again in a moment.';
    return answer.ok ? answer : answer.message;
  }

  readonly #onMembers = (members: CallMember[]) => {
    this.#set({ members });
    if (this.#mesh === undefined) return;
    if (members.some(({ connection }) => connection === this.#self)) this.#mesh.setMembers(members);
    else
      this.leave('You are not in the call any more. It ended, or goes on in another tab of yours.');
  };

  readonly #onSignal = (from: string, signal: CallSignal) => {
    if (this.#mesh !== undefined) this.#mesh.receive(from, signal);
    else if (this.#state.phase !== 'out') this.#early.push([from, signal]);
  };

  #signal(to: string, signal: CallSignal): void {
    // Whoever has gone is not in the next list: there is nothing to do about an answer that says so.
    this.#socket.emit('live:signal', to, signal, () => {});
  }

  #tracks() {
    return { microphone: this.media.track('microphone'), camera: this.media.track('camera') };
  }

  #ownMedia(): CallMedia {
    const { microphone, camera } = this.media.state();
    return { microphone, camera };
  }

  #giveMedia(): void {
    if (this.#state.phase === 'in') {
      this.#mesh?.setTracks(this.#tracks());
      const media = this.#ownMedia();
      const told = JSON.stringify(media);
      if (told !== this.#told) this.#socket.emit('live:call_media', media);
      this.#told = told;
    }
    this.#set({});
  }

  async #hear(): Promise<void> {
    const levels = new Map<string, number>();
    const peers = this.#mesh?.peers ?? new Map<string, CallPeer>();
    for (const { connection, microphone } of this.#state.members) {
      const peer = peers.get(connection);
      if (peer !== undefined && microphone === 'on') levels.set(connection, peer.level);
    }
    const [first] = peers.values();
    if (this.#self !== undefined && this.#ownMedia().microphone === 'on' && first !== undefined)
      levels.set(this.#self, await ownLevel(first.connection));
    const speaking = this.#speaking.hear(levels, performance.now());
    const before = this.#state.speaking;
    if (speaking.size !== before.size || [...speaking].some((id) => !before.has(id)))
      this.#set({ speaking });
  }

  #set(change: { [Key in keyof LiveCallState]?: LiveCallState[Key] | undefined }): void {
    const { notice, ...rest } = { ...this.#state, ...change };
    this.#state = {
      ...this.#state,
      ...rest,
      ...(notice !== undefined && { notice }),
    } as LiveCallState;
    if (notice === undefined) delete this.#state.notice;
    for (const listener of this.#listeners) listener();
  }
}

/** How loud the own microphone is, 0 to 1, as what is sent to somebody measures it. */
async function ownLevel(connection: RTCPeerConnection): Promise<number> {
  const report = await connection.getStats().catch(() => undefined);
  let level = 0;
  report?.forEach((entry: { type: string; kind?: string; audioLevel?: number }) => {
    if (entry.type === 'media-source' && entry.kind === 'audio') level = entry.audioLevel ?? 0;
  });
  return level;
}
