import type { ChallengeVersion } from '@assay/contracts/challenge';
import { type Database, findChallengeVersion } from '@assay/db';

/** Versions kept in memory; one has a few ten kilobytes. Counters growth without end. */
const maxKept = 200;

/** The stored versions of challenges. What a hash names never changes, so each is loaded once. */
export class ChallengeLibrary {
  readonly #db: Database;
  /** The one used longest ago first. */
  readonly #kept = new Map<string, ChallengeVersion>();

  constructor(db: Database) {
    this.#db = db;
  }

  async find(hash: string): Promise<ChallengeVersion | undefined> {
    const version = this.#kept.get(hash) ?? (await findChallengeVersion(this.#db, hash));
    if (version === undefined) return undefined;
    this.#kept.delete(hash);
    this.#kept.set(hash, version);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxKept && oldest !== undefined) this.#kept.delete(oldest);
    return version;
  }

  /** The version that an attempt is pinned to, which the database keeps as long as the attempt. */
  async get(hash: string): Promise<ChallengeVersion> {
    const version = await this.find(hash);
    if (version === undefined) throw new Error(`Challenge version ${hash} is not stored.`);
    return version;
  }
}
