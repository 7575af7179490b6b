import type { Awareness, RosterEntry } from '@assay/contracts/live';

/** Where the others are, by connection, as the server passes it on. It says nothing of who they are. */
export type Presence = {
  /** The same object until something changes. */
  others(): ReadonlyMap<string, Awareness>;
  /** Calls `listener` after each change; returns the end of it. */
  subscribe(listener: () => void): () => void;
};

/** Who sits behind a connection, by the server's roster; nothing for one that it does not know. */
export function personOf(
  roster: readonly RosterEntry[],
  connection: string,
): RosterEntry | undefined {
  return roster.find(({ connections }) => connections.includes(connection));
}
