import type { CallMedia } from '@assay/contracts/live';

export type DeviceKind = 'microphone' | 'camera';

/** Why there is none: the browser or its person said no, there is no device, another program has it, no https. */
export type MediaProblem = 'refused' | 'no_device' | 'in_use' | 'insecure' | 'failed';

export type LocalMediaState = CallMedia & {
  problems: Partial<Record<DeviceKind, MediaProblem>>;
  devices: Record<DeviceKind, readonly { id: string; label: string }[]>;
  chosen: Partial<Record<DeviceKind, string>>;
};

const inputs = { microphone: 'audioinput', camera: 'videoinput' } as const;

/** The picture is small on every page; home connections have to send it three times. */
const picture: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 24, max: 30 },
};

/** Microphone and camera of this computer, as far as the page may use them. Whoever makes it closes it. */
export class LocalMedia {
  readonly #devices: MediaDevices | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #tracks: Partial<Record<DeviceKind, MediaStreamTrack>> = {};
  #state: LocalMediaState = {
    microphone: 'none',
    camera: 'none',
    problems: {},
    devices: { microphone: [], camera: [] },
    chosen: {},
  };

  constructor(devices: MediaDevices | undefined = globalThis.navigator.mediaDevices) {
    this.#devices = devices;
    devices?.addEventListener('devicechange', this.#onDevices);
  }

  readonly state = (): LocalMediaState => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** What the others get; a muted microphone is a track that is silent. */
  track(kind: DeviceKind): MediaStreamTrack | undefined {
    return this.#tracks[kind];
  }

  /** Asks for a device and switches it on. Never rejects: what stands in the way is in the state. */
  async open(kind: DeviceKind, id = this.#state.chosen[kind]): Promise<void> {
    const track = await this.#ask(kind, id);
    const problems = { ...this.#state.problems };
    if (typeof track === 'string') {
      this.#drop(kind);
      this.#set({ [kind]: 'none', problems: { ...problems, [kind]: track } });
      return;
    }
    delete problems[kind];
    this.#drop(kind);
    this.#tracks[kind] = track;
    // The device was unplugged, or the permission was taken back.
    track.addEventListener('ended', () => {
      if (this.#tracks[kind] !== track) return;
      delete this.#tracks[kind];
      this.#set({ [kind]: 'none', problems: { ...this.#state.problems, [kind]: 'no_device' } });
    });
    const { deviceId } = track.getSettings();
    this.#set({
      [kind]: 'on',
      problems,
      chosen: { ...this.#state.chosen, ...(deviceId !== undefined && { [kind]: deviceId }) },
    });
    await this.#list();
  }

  /** Mutes the microphone, and lets the camera go: its light goes out. */
  async setOn(kind: DeviceKind, on: boolean): Promise<void> {
    const track = this.#tracks[kind];
    if (on && (track === undefined || kind === 'camera')) return this.open(kind);
    if (kind === 'camera') this.#drop(kind);
    else if (track !== undefined) track.enabled = on;
    this.#set({ [kind]: on ? 'on' : 'off' });
  }

  /** Takes another device, and uses it where one is in use. */
  async choose(kind: DeviceKind, id: string): Promise<void> {
    const before = this.#state[kind];
    if (before === 'off' && kind === 'camera') {
      this.#set({ chosen: { ...this.#state.chosen, [kind]: id } });
      return;
    }
    await this.open(kind, id);
    if (before === 'off') await this.setOn(kind, false);
  }

  /** Lets go of all devices. They can be opened again. */
  stop(): void {
    this.#drop('microphone');
    this.#drop('camera');
    this.#set({ microphone: 'none', camera: 'none', problems: {} });
  }

  close(): void {
    this.#devices?.removeEventListener('devicechange', this.#onDevices);
    this.#listeners.clear();
    this.stop();
  }

  async #ask(kind: DeviceKind, id: string | undefined): Promise<MediaStreamTrack | MediaProblem> {
    if (this.#devices === undefined) return 'insecure';
    const wanted: MediaTrackConstraints = {
      ...(kind === 'camera' && picture),
      ...(id !== undefined && { deviceId: { ideal: id } }),
    };
    try {
      const stream = await this.#devices.getUserMedia(
        kind === 'microphone' ? { audio: wanted } : { video: wanted },
      );
      return stream.getTracks()[0] ?? 'failed';
    } catch (error) {
      return problemOf(error);
    }
  }

  readonly #onDevices = () => void this.#list();

  async #list(): Promise<void> {
    const found = await this.#devices?.enumerateDevices().catch(() => []);
    const of = (kind: DeviceKind) =>
      (found ?? [])
        .filter((device) => device.kind === inputs[kind] && device.deviceId !== '')
        .map(({ deviceId, label }, index) => ({
          id: deviceId,
          label: label || `${kind === 'camera' ? 'Camera' : 'Microphone'} ${index + 1}`,
        }));
    this.#set({ devices: { microphone: of('microphone'), camera: of('camera') } });
  }

  #drop(kind: DeviceKind): void {
    const track = this.#tracks[kind];
    delete this.#tracks[kind];
    track?.stop();
  }

  #set(change: Partial<LocalMediaState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function problemOf(error: unknown): MediaProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no_device';
    case 'NotReadableError':
    case 'AbortError':
      return 'in_use';
    default:
      return 'failed';
  }
}
