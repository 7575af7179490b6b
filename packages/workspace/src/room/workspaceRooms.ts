import type { DocumentShape } from '#document/checked.ts';
import type { LoggedUpdate, WorkspaceLog } from './workspaceLog.ts';
import { WorkspaceRoom } from './workspaceRoom.ts';

/** Where a workspace is kept: `key` names one, the two functions of its log read and write it. */
export type WorkspaceStorage = (key: string) => WorkspaceLog;

export type RoomLimits = {
  /** How long an unused document stays in memory, ms. */
  idleMs: number;
  /** Documents in memory; above it, unused ones leave at once, the longest unused first. Counters memory exhaustion. */
  rooms: number;
};

export const defaultRoomLimits: RoomLimits = { idleMs: 60_000, rooms: 500 };

/** The workspaces that are in use. Any of them can leave memory at any time: its log has all of it. */
export class WorkspaceRooms {
  readonly #storage: WorkspaceStorage;
  readonly #now: () => Date;
  readonly #shapeOf: (key: string) => DocumentShape | undefined;
  readonly #missed: (key: string, entry: LoggedUpdate) => void;
  readonly #limits: RoomLimits;
  /** By key, the longest unused first. */
  readonly #rooms = new Map<string, { room: WorkspaceRoom; usedAt: number }>();
  readonly #sweep: NodeJS.Timeout;

  constructor(
    storage: WorkspaceStorage,
    {
      now = () => new Date(),
      limits = defaultRoomLimits,
      shapeOf = () => undefined,
      missed = () => {},
    }: {
      now?: () => Date;
      limits?: RoomLimits;
      /** What a document may hold; files, unless it says otherwise. */
      shapeOf?: (key: string) => DocumentShape | undefined;
      /** Called for what another node wrote and this one found in a log, while it had the document in memory. */
      missed?: (key: string, entry: LoggedUpdate) => void;
    } = {},
  ) {
    this.#storage = storage;
    this.#now = now;
    this.#limits = limits;
    this.#shapeOf = shapeOf;
    this.#missed = missed;
    this.#sweep = setInterval(() => this.#dropIdle(), limits.idleMs / 2);
    this.#sweep.unref();
  }

  get size(): number {
    return this.#rooms.size;
  }

  room(key: string): WorkspaceRoom {
    const known = this.#rooms.get(key);
    const room = known?.room ?? this.#build(key);
    this.#rooms.delete(key);
    this.#rooms.set(key, { room, usedAt: performance.now() });
    if (known === undefined) this.#dropSurplus(key);
    return room;
  }

  #build(key: string): WorkspaceRoom {
    return new WorkspaceRoom(this.#storage(key), this.#now, {
      shape: this.#shapeOf(key),
      missed: (entry) => this.#missed(key, entry),
    });
  }

  close(): void {
    clearInterval(this.#sweep);
    this.#rooms.clear();
  }

  #dropIdle(): void {
    const oldest = performance.now() - this.#limits.idleMs;
    for (const [key, { room, usedAt }] of this.#rooms) {
      if (usedAt < oldest && room.idle) this.#rooms.delete(key);
    }
  }

  #dropSurplus(added: string): void {
    for (const [key, { room }] of this.#rooms) {
      if (this.#rooms.size <= this.#limits.rooms) return;
      if (room.idle && key !== added) this.#rooms.delete(key);
    }
  }
}
