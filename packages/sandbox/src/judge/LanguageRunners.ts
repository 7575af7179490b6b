import type { Language } from '@assay/contracts/challenge';
import type { Confinement } from '#confinement/Confinement.ts';
import { solutionLanguages } from '#languages/solutionLanguages.ts';
import { RunnerPool } from './RunnerPool.ts';
import type { RuntimeSnapshots } from './runtimeSnapshots.ts';

/** What solutions of one language run on. */
export type Prepared = {
  language: Language;
  /** Names the runtime in verdicts. */
  hash: string;
  pool: RunnerPool;
};

/** The runners of each language: made when the first solution in it comes, and kept from then on. */
export class LanguageRunners {
  readonly #confinement: Confinement;
  readonly #base: RuntimeSnapshots;
  readonly #wanted: { plain: number; postgres: number };
  readonly #prepared = new Map<Language, Promise<Prepared>>();
  #closed = false;

  constructor(
    confinement: Confinement,
    base: RuntimeSnapshots,
    wanted: { plain: number; postgres: number },
  ) {
    this.#confinement = confinement;
    this.#base = base;
    this.#wanted = wanted;
  }

  /** @throws {Error} when what the language starts from cannot be made on this machine. */
  prepare(language: Language): Promise<Prepared> {
    const known = this.#prepared.get(language);
    if (known) return known;
    const prepared = this.#prepare(language);
    this.#prepared.set(language, prepared);
    prepared.catch(() => this.#prepared.delete(language));
    return prepared;
  }

  async #prepare(language: Language): Promise<Prepared> {
    const { prepare, maxWarm } = solutionLanguages[language];
    const snapshots = await prepare(this.#base);
    if (this.#closed) throw new Error('The judge is closed.');
    const { plain, postgres } = this.#wanted;
    const pool = new RunnerPool(this.#confinement, snapshots, {
      plain: Math.min(plain, maxWarm),
      postgres: Math.min(postgres, maxWarm),
    });
    return { language, hash: snapshots.hash, pool };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(
      [...this.#prepared.values()].map(async (prepared) => (await prepared).pool.close()),
    );
  }
}
