import { setTimeout as sleep } from 'node:timers/promises';
import {
  appendToLiveLogs,
  type Database,
  type LiveAppend,
  type LiveAppended,
  type SessionDocumentKey,
} from '@assay/db';
import type { AppendRefusal, LogEntry } from '@assay/workspace';
import { retryCollisions } from '#workspaces/documentLog.ts';
import { isShared } from './liveDocuments.ts';

/**
 * From the start of one write to the start of the next, ms. Whoever writes alone never waits for it; of many, those who
 * come in between share a write, which costs hardly more for ten keys than for one.
 */
const betweenWritesMs = 6;

type Appended = { ok: true; firstSeq: number } | AppendRefusal;
type Waiting = {
  append: LiveAppend;
  resolve: (appended: Appended) => void;
  reject: (error: unknown) => void;
};

/**
 * Writes the logs of all live documents of this node. What arrives during a write, or right after it, goes together
 * into the next one, whichever document it is of: fifty rooms cost hardly more than one.
 */
export class LiveLogWriter {
  readonly #db: Database;
  readonly #written: (entries: number, ms: number) => void;
  #waiting: Waiting[] = [];
  #writing = false;
  /** Of the last write, ms of `performance.now()`. */
  #startedAt = -Infinity;

  /** `written` hears of each write: how many changes it took together, and how long that took, ms. */
  constructor(db: Database, written: (entries: number, ms: number) => void = () => {}) {
    this.#db = db;
    this.#written = written;
  }

  /** Resolves once the entries are durable. Each document has at most one append under way, as rooms see to. */
  append(key: SessionDocumentKey, updates: LogEntry[]): Promise<Appended> {
    const append = { key, updates, endsWithSession: isShared(key.document) };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      void this.#write();
    });
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const waitMs = this.#startedAt + betweenWritesMs - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      this.#startedAt = performance.now();
      const together = this.#waiting;
      this.#waiting = [];
      await this.#settle(together);
      const entries = together.reduce((sum, { append }) => sum + append.updates.length, 0);
      this.#written(entries, performance.now() - this.#startedAt);
    }
    this.#writing = false;
  }

  async #settle(together: Waiting[]): Promise<void> {
    try {
      const answers = await appendToLiveLogs(
        this.#db,
        together.map(({ append }) => append),
      );
      together.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('An append has no answer.'));
        else resolve(describe(answer));
      });
    } catch {
      // One of them failed for all: each by itself then.
      for (const one of together) await this.#settleAlone(one);
    }
  }

  async #settleAlone({ append, resolve, reject }: Waiting): Promise<void> {
    try {
      const [answer] = await retryCollisions(() => appendToLiveLogs(this.#db, [append]));
      if (answer === undefined) throw new Error('An append has no answer.');
      resolve(describe(answer));
    } catch (error) {
      reject(error);
    }
  }
}

function describe(appended: LiveAppended): Appended {
  if (appended.ok) return appended;
  const message = appended.because === 'gone' ? 'This session is gone.' : 'This session has ended.';
  return { ok: false, code: 'read_only', message };
}
