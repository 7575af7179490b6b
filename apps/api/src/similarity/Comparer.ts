import { type Database, keepKnownSolutions } from '@assay/db';
import { SimilarityReader } from '@assay/similarity';
import type { KnownSolutions } from './knownSolutions.ts';

/** What comparing works needs beside the database: the reader of programs, and the solutions that are known. */
export class Comparer {
  readonly reader = new SimilarityReader();
  readonly #known: KnownSolutions;
  /** Challenges whose known solutions are in the database as they are here. */
  readonly #kept = new Set<string>();

  constructor(known: KnownSolutions) {
    this.#known = known;
  }

  /** Puts the known solutions of a challenge into the database, once in the life of the process. */
  async keepKnown(db: Database, challenge: string): Promise<void> {
    if (this.#kept.has(challenge)) return;
    this.#kept.add(challenge);
    const known = this.#known[challenge] ?? {};
    await db.transaction((tx) => keepKnownSolutions(tx, challenge, known));
  }

  close(): Promise<void> {
    return this.reader.close();
  }
}
