import {
  type Database,
  insertUpdatesOfMany,
  lockLiveStates,
  type SessionDocumentKey,
} from '@assay/db';
import type { AppendRefusal, LogEntry } from '@assay/workspace';
import { retryCollisions } from '#workspaces/documentLog.ts';
import { isShared } from './liveDocuments.ts';

type Appended = { ok: true; firstSeq: number } | AppendRefusal;
type Waiting = {
  key: SessionDocumentKey;
  entries: LogEntry[];
  resolve: (appended: Appended) => void;
  reject: (error: unknown) => void;
};

/**
 * Writes the logs of all live documents of this node. What arrives during a write goes together into the next
 * one, whichever document it is of: fifty rooms cost hardly more transactions than one.
 */
export class LiveLogWriter {
  readonly #db: Database;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Resolves once the entries are durable. Each document has at most one append under way, as rooms see to. */
  append(key: SessionDocumentKey, entries: LogEntry[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, entries, resolve, reject });
      void this.#write();
    });
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const together = this.#waiting;
      this.#waiting = [];
      await this.#settle(together);
    }
    this.#writing = false;
  }

  async #settle(together: Waiting[]): Promise<void> {
    try {
      const answers = await this.#tryAppend(together);
      together.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('An append has no answer.'));
        else resolve(answer);
      });
    } catch {
      // One of them failed for all: each by itself then.
      for (const one of together) await this.#settleAlone(one);
    }
  }

  async #settleAlone({ key, entries, resolve, reject }: Waiting): Promise<void> {
    try {
      const [answer] = await retryCollisions(() => this.#tryAppend([{ key, entries }]));
      if (answer === undefined) throw new Error('An append has no answer.');
      resolve(answer);
    } catch (error) {
      reject(error);
    }
  }

  #tryAppend(together: Pick<Waiting, 'key' | 'entries'>[]): Promise<Appended[]> {
    const sessions = [...new Set(together.map(({ key }) => key.sessionId))];
    return this.#db.transaction(async (tx) => {
      const states = await lockLiveStates(tx, sessions);
      const refusals = together.map(({ key }) => findRefusal(states.get(key.sessionId), key));
      const taken = together.filter((_, index) => refusals[index] === undefined);
      const firstSeqs =
        taken.length === 0
          ? []
          : await insertUpdatesOfMany(
              tx,
              taken.map(({ key, entries }) => ({ key, updates: entries })),
            );
      return together.map((one, index): Appended => {
        const refused = refusals[index];
        if (refused !== undefined) return refused;
        return { ok: true, firstSeq: firstSeqs[taken.indexOf(one)] ?? 0 };
      });
    });
  }
}

function findRefusal(
  state: string | undefined,
  { document }: SessionDocumentKey,
): AppendRefusal | undefined {
  if (state === undefined)
    return { ok: false, code: 'read_only', message: 'This session is gone.' };
  if (state === 'ended' && isShared(document))
    return { ok: false, code: 'read_only', message: 'This session has ended.' };
  return undefined;
}
