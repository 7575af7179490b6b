import type { During } from '@assay/contracts/verdict';
import type { Confinement } from '#confinement/Confinement.ts';
import { launchRunner } from '#confinement/launchRunner.ts';
import { readMainThreadCpuMs } from '#confinement/usedCpu.ts';
import type { RunnerFrame, RunnerStop, RunnerTest } from '#runner/frames.ts';
import type { RunnerJob } from '#runner/RunnerJob.ts';
import { ConfinedProcess, type Ending } from './ConfinedProcess.ts';
import { parseFrame } from './parseFrame.ts';
import type { PostgresProcess } from './PostgresProcess.ts';
import type { RuntimeSnapshots } from './runtimeSnapshots.ts';

/** What a runner's run came to, as far as its parent can vouch for it. */
export type RunnerOutcome = {
  tests: RunnerTest[];
  cpuMs: number;
  peakMb: number;
} & (
  | { kind: 'result'; stop: RunnerStop | undefined }
  | { kind: 'killed'; reason: 'wall_limit' | 'memory_limit' | 'cpu_limit'; during: During }
  | ({ kind: 'died' | 'postgres_died'; during: During } & Ending)
);

const watchIntervalMs = 40;
/**
 * CPU beyond a test's own in which a runner says nothing, ms. isolated-vm keeps no time limit while it reads
 * the error of a rejected promise, which runs getters of the guest's, nor can it stop some of V8's own loops.
 * What remains is for the tests themselves, of which each end is told.
 */
const silenceCpuMs = 600;

/**
 * A runner: a process with an empty environment that judges one submission and is killed, whatever happened.
 * Runs in series are an author's; after one that came to a result, the runner waits for the next.
 */
export class RunnerProcess {
  readonly #process: ConfinedProcess;
  readonly #postgres: PostgresProcess | undefined;
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #onFrame: (frame: RunnerFrame) => void;

  /** @param postgres Serves this runner's run, when it is to have a database. */
  constructor(confinement: Confinement, snapshots: RuntimeSnapshots, postgres?: PostgresProcess) {
    this.#postgres = postgres;
    const link = postgres?.takeLink();
    const launch = launchRunner(confinement, snapshots, { link });
    this.#process = new ConfinedProcess(confinement.profile, launch, (line) => {
      const frame = parseFrame(line);
      if (frame) this.#onFrame(frame);
      return frame !== undefined;
    });
    // Its end is the runner's from now on, so that PostgreSQL sees when the runner is gone.
    link?.destroy();
    this.#onFrame = (frame) => {
      if (frame.type !== 'ready') return;
      this.#isReady = true;
      this.#ready.resolve();
    };
    this.#process.onEnd = ({ message }) =>
      this.#ready.reject(new Error(`The runner did not start: ${message}`));
    this.#ready.promise.catch(() => {});
  }

  /** Resolves once it waits for its job. Rejects when it cannot start, which is our fault. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Whether it waits for its job, or has had one. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Gives the runner its job and waits for its end. Resolves for whatever the runner does. */
  async run(
    job: RunnerJob,
    { onTest, onStarted }: { onTest(test: RunnerTest): void; onStarted?(during: During): void },
  ): Promise<RunnerOutcome> {
    await Promise.all([this.ready, this.#postgres?.ready]);
    const postgres = this.#postgres;
    const tests: RunnerTest[] = [];
    let during: During = { phase: 'load' };
    const residentMb = () => this.#process.residentMb + (postgres?.residentMb ?? 0);
    const restMb = residentMb();
    /** The seed is the challenge's own; from here on it is the solution that runs. */
    let started = false;
    let finished = false;
    let peakMb = 0;

    return new Promise((resolve) => {
      const finish = (
        outcome: DistributiveOmit<RunnerOutcome, 'tests' | 'peakMb' | 'cpuMs'>,
        cpuMs = 0,
      ) => {
        if (finished) return;
        finished = true;
        clearTimeout(wall);
        clearInterval(watch);
        if (outcome.kind !== 'result' || !job.inSeries) this.kill();
        // Only after a result is it known to wait, and for the end of this runner.
        if (outcome.kind !== 'result') postgres?.kill();
        resolve({ ...outcome, tests, cpuMs, peakMb });
      };
      const wall = setTimeout(
        () => finish({ kind: 'killed', reason: 'wall_limit', during }),
        job.limits.wallMs * Math.max(1, job.patience / 2),
      );
      let silentSinceCpuMs: number | undefined;
      const watch = setInterval(() => {
        const grownMb = residentMb() - restMb;
        peakMb = Math.max(peakMb, Math.round(grownMb));
        if (grownMb > job.limits.processMb)
          finish({ kind: 'killed', reason: 'memory_limit', during });
        const cpuMs = readMainThreadCpuMs(this.pid) ?? 0;
        silentSinceCpuMs ??= cpuMs;
        if (cpuMs - silentSinceCpuMs > job.limits.testCpuMs * job.patience + silenceCpuMs)
          finish({ kind: 'killed', reason: 'cpu_limit', during });
      }, watchIntervalMs);
      this.#onFrame = (frame) => {
        silentSinceCpuMs = undefined;
        switch (frame.type) {
          case 'ready':
            return;
          case 'started':
            during = frame.during;
            started = true;
            onStarted?.(during);
            return;
          case 'test':
            tests.push(frame.test);
            onTest(frame.test);
            return;
          case 'result':
            finish({ kind: 'result', stop: frame.stop }, frame.cpuMs);
            return;
          case 'coverage':
          case 'mutant':
          case 'dependent':
          case 'more':
            // Answers to a question that was not asked: this runner has been taken over.
            this.#process.disbelieve('it sent a frame that was not asked for');
        }
      };
      this.#listen(
        (ending) => finish({ kind: 'died', during, ...ending }),
        (ending) =>
          finish(
            started
              ? { kind: 'postgres_died', during, ...ending }
              : { kind: 'died', during, message: ending.message, signal: undefined },
          ),
      );
      this.#process.send(job);
    });
  }

  /**
   * Gives the runner a job of the platform's own and passes on its frames, and what `more` gives when it asks.
   * @returns how it ended: 'done', 'silent' for `silenceMs`, or what it died of.
   */
  async converse(
    job: RunnerJob,
    { onFrame, more }: { onFrame(frame: RunnerFrame): void; more?(): Promise<object> },
    silenceMs: number,
  ): Promise<string> {
    await Promise.all([this.ready, this.#postgres?.ready]);
    const postgres = this.#postgres;
    return new Promise((resolve) => {
      const finish = (end: string) => {
        clearTimeout(silence);
        this.#onFrame = () => {};
        this.#process.onEnd = () => {};
        this.kill();
        if (end !== 'done') postgres?.kill();
        resolve(end);
      };
      const listenAgain = () => {
        clearTimeout(silence);
        silence = setTimeout(() => finish('silent'), silenceMs);
      };
      let silence = setTimeout(() => finish('silent'), silenceMs);
      this.#onFrame = (frame) => {
        listenAgain();
        onFrame(frame);
        if (frame.type === 'more') {
          // From here it is not the runner that is silent.
          clearTimeout(silence);
          void more?.().then((next) => {
            listenAgain();
            this.#process.send(next);
          });
        }
        if (frame.type === 'result') finish('done');
      };
      this.#listen(({ message }) => finish(message));
      this.#process.send(job);
    });
  }

  /** Tells of the end of either process, also of one that has come already. */
  #listen(onEnd: (ending: Ending) => void, onPostgresEnd = onEnd): void {
    this.#process.onEnd = onEnd;
    if (this.#postgres) this.#postgres.onEnd = onPostgresEnd;
    if (this.#process.ending) onEnd(this.#process.ending);
    else if (this.#postgres?.ending) onPostgresEnd(this.#postgres.ending);
  }

  kill(): void {
    this.#process.kill();
  }

  /** Whether it has ended by itself. */
  get ended(): boolean {
    return this.#process.ending !== undefined;
  }

  /** Resolves when the process is gone. */
  get exited(): Promise<void> {
    return this.#process.exited;
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
