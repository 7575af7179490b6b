import type { Socket } from 'node:net';
import type { Confinement } from '#confinement/Confinement.ts';
import { firstLink, launchPostgres } from '#confinement/launchPostgres.ts';
import { ConfinedProcess, type Ending } from './ConfinedProcess.ts';
import type { RuntimeSnapshots } from './runtimeSnapshots.ts';

/** Runs of one process. Each has a descriptor, of which confined processes may have 64. */
const maxRuns = 40;
/** Memory that may stay with it between runs, MB. Counters what leaks from run to run. */
const maxRestMb = 900;
/** Real time in which it is ready for the next run, ms. Counters a process that is still busy with the last. */
const renewalMs = 30_000;
const readyLine = '{"type":"ready"}';

/**
 * A PostgreSQL for runs, one at a time: its code stays compiled from run to run, each run gets an instance of
 * its own. It is used again only after runs that ended well; see decision 30.
 */
export class PostgresProcess {
  readonly #process: ConfinedProcess;
  readonly #links: Socket[];
  #killed = false;
  #ready = Promise.withResolvers<void>();

  constructor(confinement: Confinement, snapshots: RuntimeSnapshots, runs = maxRuns) {
    const launch = launchPostgres(confinement, snapshots, runs);
    this.#process = new ConfinedProcess(confinement.profile, launch, (line) => {
      if (line !== readyLine) return false;
      this.#ready.resolve();
      return true;
    });
    this.#links = this.#process.stdio.slice(firstLink) as Socket[];
    for (const link of this.#links) link.on('error', () => {});
    this.onEnd = noListener;
    this.#ready.promise.catch(() => {});
  }

  /** Hears how it ended; one listener at a time. */
  set onEnd(listen: (ending: Ending) => void) {
    this.#process.onEnd = (ending) => {
      for (const link of this.#links) link.destroy();
      this.#ready.reject(new Error(`PostgreSQL did not start: ${ending.message}`));
      listen(ending);
    };
  }

  /** How it ended, if it has. */
  get ending(): Ending | undefined {
    return this.#process.ending;
  }

  /** Whether it has ended or is about to. */
  get gone(): boolean {
    return this.#killed || this.ending !== undefined;
  }

  /** Whether it can serve another run. */
  get usable(): boolean {
    return !this.gone && this.#links.length > 0;
  }

  /** The link for the next run, for that run's runner alone. */
  takeLink(): Socket {
    const link = this.#links.shift();
    if (!link) throw new Error('This PostgreSQL has served all its runs.');
    return link;
  }

  /** Resolves once a fresh instance waits for the next run. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Says that the run is over; what it had is dropped, and a fresh instance made. */
  renew(): void {
    this.onEnd = noListener;
    if (this.gone) return;
    this.#ready = Promise.withResolvers();
    this.#ready.promise.catch(() => {});
    const late = setTimeout(() => this.kill(), renewalMs);
    const checked = () => {
      clearTimeout(late);
      if (this.residentMb > maxRestMb) this.kill();
    };
    this.ready.then(checked, checked);
  }

  get residentMb(): number {
    return this.#process.residentMb;
  }

  /** Resolves when the process is gone. */
  get exited(): Promise<void> {
    return this.#process.exited;
  }

  kill(): void {
    this.#killed = true;
    this.#process.kill();
  }
}

function noListener(): void {}
