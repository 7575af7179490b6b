/** One update as it is logged. */
export type LogEntry = { at: Date; author: string; bytes: Uint8Array };
export type LoggedUpdate = LogEntry & { seq: number };

/** Why nothing was appended, in words for people. */
export type AppendRefusal = { ok: false; code: 'read_only'; message: string };

/**
 * The append-only log of one workspace, wherever it is kept.
 * `append` resolves once the entries are durable, with the seq of the first; seqs run from 1 without a gap.
 */
export type WorkspaceLog = {
  fetch(afterSeq: number): Promise<LoggedUpdate[]>;
  append(entries: LogEntry[]): Promise<{ ok: true; firstSeq: number } | AppendRefusal>;
};
