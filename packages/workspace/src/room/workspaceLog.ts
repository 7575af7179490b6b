import type { DocumentState } from '#document/guardedDocument.ts';

/** One update as it is logged. */
export type LogEntry = { at: Date; author: string; bytes: Uint8Array };
export type LoggedUpdate = LogEntry & { seq: number };

/** What the log up to and including `seq` amounts to; `logBytes` is the length of its updates. */
export type Snapshot = DocumentState & { seq: number; logBytes: number };

/** Why nothing was appended, in words for people. */
export type AppendRefusal = { ok: false; code: 'read_only'; message: string };

/**
 * The append-only log of one workspace, wherever it is kept.
 * `append` resolves once the entries are durable, with the seq of the first; seqs run from 1 without a gap.
 */
export type WorkspaceLog = {
  fetch(afterSeq: number): Promise<LoggedUpdate[]>;
  append(entries: LogEntry[]): Promise<{ ok: true; firstSeq: number } | AppendRefusal>;
  /** The newest snapshot that was kept. */
  snapshot(): Promise<Snapshot | undefined>;
  /** Keeps a snapshot when there is time, and may pack the updates that it holds: `fetch` still answers each of them. */
  keep(snapshot: Snapshot): void;
};
