import { type Files, type FilesProblem, findFilesProblem } from '@assay/contracts/workspace';
import * as Y from 'yjs';
import type { Checked, DocumentShape, Refused } from '#document/checked.ts';
import { digestOf } from '#document/digestOf.ts';
import { GuardedDocument, type UpdateTerms } from '#document/guardedDocument.ts';
import { readFiles, replaceFiles } from '#document/workspaceDocument.ts';
import type { AppendRefusal, LogEntry, LoggedUpdate, WorkspaceLog } from './workspaceLog.ts';

/** The log of one workspace, bytes. Counters a client that fills the disk with changes that undo each other. */
export const maxLogBytes = 32 * 1024 * 1024;

/** Updates between two snapshots: replaying so many takes a few ms when the workspace is opened again. */
const updatesBetweenSnapshots = 500;

/** What became of a change: `entry` is what the log has of it now, if it changed anything. */
export type UpdateResult = { ok: true; entry: LoggedUpdate | undefined } | Refused;

export type ReplaceResult =
  | { ok: true; entry: LoggedUpdate | undefined }
  | { ok: false; problem: FilesProblem }
  | AppendRefusal;

export type OpenResult =
  | { ok: true; update: Uint8Array; stateVector: Uint8Array }
  | { ok: false; code: 'malformed'; message: string };

type Waiting = {
  bytes: Uint8Array;
  author: string;
  terms: UpdateTerms;
  resolve: (result: UpdateResult) => void;
  reject: (error: unknown) => void;
};

/**
 * One workspace on the server: a document built from its log, which stays the truth.
 * Works on it one at a time; updates that arrive while the log is being written go together into the next write.
 */
export class WorkspaceRoom {
  readonly #log: WorkspaceLog;
  readonly #now: () => Date;
  readonly #document: GuardedDocument;
  readonly #missed: (entry: LoggedUpdate) => void;
  #seq = 0;
  #snapshotSeq = 0;
  #logBytes = 0;
  #tail: Promise<unknown> = Promise.resolve();
  #waiting: Waiting[] = [];
  /** Work that has begun or waits; a room may be dropped when there is none. */
  #busy = 0;

  constructor(
    log: WorkspaceLog,
    now: () => Date,
    {
      shape,
      missed = () => {},
    }: {
      shape?: DocumentShape | undefined;
      /** Called for what another node wrote and this one found in the log, once the document has been built. */
      missed?: ((entry: LoggedUpdate) => void) | undefined;
    } = {},
  ) {
    this.#log = log;
    this.#now = now;
    this.#missed = missed;
    this.#document = new GuardedDocument(shape);
  }

  get idle(): boolean {
    return this.#busy === 0;
  }

  /** What a client with this state vector lacks, and what the server has. */
  open(stateVector: Uint8Array): Promise<OpenResult> {
    return this.#exclusive(async () => {
      await this.#catchUp();
      const { doc } = this.#document;
      try {
        return {
          ok: true,
          update: Y.encodeStateAsUpdate(doc, stateVector),
          stateVector: Y.encodeStateVector(doc),
        };
      } catch {
        return { ok: false, code: 'malformed', message: 'This is not a state vector.' };
      }
    });
  }

  /** What the log amounts to, to compare with a copy. */
  digest(): Promise<number> {
    return this.#exclusive(async () => {
      await this.#catchUp();
      return digestOf(this.#document.doc);
    });
  }

  /** Who wrote first with a Yjs client id. */
  ownerOf(client: number): Promise<string | undefined> {
    return this.#exclusive(async () => {
      await this.#catchUp();
      return this.#document.ownerOf(client);
    });
  }

  /** Takes what another node says that it wrote. What came before it, and was not heard of, is read in the log. */
  hear(entry: LoggedUpdate): Promise<void> {
    return this.#exclusive(async () => {
      if (this.#seq === 0 || entry.seq > this.#seq + 1) return this.#catchUp();
      if (entry.seq === this.#seq + 1) this.#load(entry);
    });
  }

  /** Reads what the log has up to `seq`, where that is not known yet. */
  reach(seq: number): Promise<void> {
    return this.#exclusive(async () => {
      if (seq > this.#seq) await this.#catchUp();
    });
  }

  /** Takes a change; resolves once it is in the log. Rejects when the log cannot be written. */
  update(bytes: Uint8Array, author: string, terms: UpdateTerms = {}): Promise<UpdateResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, author, terms, resolve, reject });
      if (this.#waiting.length > 1) return;
      this.#exclusive(() => this.#flush()).catch(reject);
    });
  }

  /** Makes the workspace hold exactly `files`; answers the update for those who have it open. */
  replace(files: Record<string, string>, author: string): Promise<ReplaceResult> {
    return this.#write(() => files, author);
  }

  /** Adds `files`, over those of the same name; answers like `replace`. */
  addFiles(added: Record<string, string>, author: string): Promise<ReplaceResult> {
    return this.#write((files) => ({ ...files, ...added }), author);
  }

  #write(change: (files: Files) => Record<string, string>, author: string): Promise<ReplaceResult> {
    return this.#exclusive(async () => {
      await this.#catchUp();
      const files = change(readFiles(this.#document.doc));
      const problem = findFilesProblem(files);
      if (problem !== undefined) return { ok: false, problem };
      const update = this.#document.write((doc) => replaceFiles(doc, files), author);
      if (update === undefined) return { ok: true, entry: undefined };
      const entry = { at: this.#now(), author, bytes: update };
      const appended = await this.#append([entry]);
      return appended.ok ? { ok: true, entry: { ...entry, seq: appended.firstSeq } } : appended;
    });
  }

  /** The files as the log has them now. */
  files(): Promise<Files> {
    return this.#exclusive(async () => {
      await this.#catchUp();
      return readFiles(this.#document.doc);
    });
  }

  /** The files as the log has them now, and its last update that is in them. */
  frozen(): Promise<{ files: Files; seq: number }> {
    return this.#exclusive(async () => {
      await this.#catchUp();
      return { files: readFiles(this.#document.doc), seq: this.#seq };
    });
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      if (this.#seq === 0) await this.#catchUp();
      const at = this.#now();
      const entries: LogEntry[] = [];
      const results: (UpdateResult | LogEntry)[] = [];
      for (const { bytes, author, terms } of waiting) {
        const checked = await this.#check(bytes, author, terms);
        if (!checked.ok) results.push(checked);
        else if (!checked.changed) results.push({ ok: true, entry: undefined });
        else {
          const entry = { at, author, bytes };
          entries.push(entry);
          results.push(entry);
        }
      }
      const appended = entries.length === 0 ? undefined : await this.#append(entries);
      waiting.forEach(({ resolve }, index) => {
        const result = results[index];
        if (result === undefined) return;
        if ('ok' in result) resolve(result);
        else if (appended?.ok)
          resolve({
            ok: true,
            entry: { ...result, seq: appended.firstSeq + entries.indexOf(result) },
          });
        else if (appended !== undefined) resolve(appended);
      });
    } catch (error) {
      this.#document.rollback();
      for (const { reject } of waiting) reject(error);
    }
  }

  async #check(bytes: Uint8Array, author: string, terms: UpdateTerms): Promise<Checked> {
    if (this.#logBytes + bytes.byteLength > maxLogBytes) {
      return {
        ok: false,
        code: 'too_large',
        message:
          'The history of this workspace is full. Your files are safe; you can still submit them.',
      };
    }
    const checked = this.#document.check(bytes, author, terms);
    if (checked.ok || checked.code !== 'gap') return checked;
    // What it builds on may have come through another node.
    await this.#catchUp();
    return this.#document.check(bytes, author, terms);
  }

  async #append(entries: LogEntry[]) {
    const appended = await this.#log.append(entries).catch((error: unknown) => {
      this.#document.rollback();
      throw error;
    });
    if (!appended.ok) {
      this.#document.rollback();
      return appended;
    }
    if (appended.firstSeq === this.#seq + 1) {
      this.#seq += entries.length;
      for (const { bytes } of entries) this.#logBytes += bytes.byteLength;
    } else {
      // Another node wrote in between: the log has the order.
      await this.#catchUp();
    }
    this.#document.commit();
    this.#keepSnapshot();
    return appended;
  }

  #keepSnapshot(): void {
    if (this.#seq - this.#snapshotSeq < updatesBetweenSnapshots) return;
    this.#snapshotSeq = this.#seq;
    this.#log.keep({ ...this.#document.save(), seq: this.#seq, logBytes: this.#logBytes });
  }

  async #catchUp(): Promise<void> {
    const building = this.#seq === 0;
    if (building) await this.#restore();
    for (const entry of await this.#log.fetch(this.#seq)) {
      this.#load(entry);
      if (!building) this.#missed(entry);
    }
  }

  #load({ seq, bytes, author }: LoggedUpdate): void {
    this.#document.load(bytes, author);
    this.#logBytes += bytes.byteLength;
    this.#seq = seq;
  }

  async #restore(): Promise<void> {
    const snapshot = await this.#log.snapshot();
    if (snapshot === undefined) return;
    this.#document.restore(snapshot);
    this.#logBytes = snapshot.logBytes;
    this.#seq = snapshot.seq;
    this.#snapshotSeq = snapshot.seq;
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    const run = this.#tail.then(work).finally(() => {
      this.#busy -= 1;
    });
    this.#tail = run.catch(() => {});
    return run;
  }
}
