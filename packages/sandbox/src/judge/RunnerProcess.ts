import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import type { During, SandboxProfile } from '@assay/contracts/verdict';
import type { Confinement } from '#confinement/Confinement.ts';
import { endingSignal, endRunner } from '#confinement/endRunner.ts';
import { type Flavour, launchRunner } from '#confinement/launchRunner.ts';
import { readResidentMb } from '#confinement/residentMemory.ts';
import { readMainThreadCpuMs } from '#confinement/usedCpu.ts';
import type { RunnerFrame, RunnerStop, RunnerTest } from '#runner/frames.ts';
import type { RunnerJob } from '#runner/RunnerJob.ts';
import { parseFrame } from './parseFrame.ts';
import type { RuntimeSnapshots } from './runtimeSnapshots.ts';

/** What a runner's run came to, as far as its parent can vouch for it. */
export type RunnerOutcome = {
  tests: RunnerTest[];
  cpuMs: number;
  peakMb: number;
} & (
  | { kind: 'result'; stop: RunnerStop | undefined }
  | { kind: 'killed'; reason: 'wall_limit' | 'memory_limit' | 'cpu_limit'; during: During }
  | { kind: 'died'; during: During; signal: NodeJS.Signals | undefined; message: string }
);

/** One frame, bytes. Counters a runner that never ends its line. */
const maxFrameBytes = 8 * 1024 * 1024;
const maxErrorOutput = 4_000;
const watchIntervalMs = 40;
/**
 * CPU beyond a test's own in which a runner says nothing, ms. isolated-vm keeps no time limit while it reads
 * the error of a rejected promise, which runs getters of the guest's, nor can it stop some of V8's own loops.
 * What remains is for the tests themselves, of which each end is told.
 */
const silenceCpuMs = 600;

/** A runner: a process with an empty environment that judges one submission and is killed, whatever happened. */
export class RunnerProcess {
  readonly #child: ChildProcess;
  readonly #profile: SandboxProfile;
  readonly #channel: Duplex;
  readonly #ready: Promise<void>;
  readonly #exited: Promise<void>;
  #onFrame: (frame: RunnerFrame) => void = () => {};
  #onEnd: (end: { message: string; signal: NodeJS.Signals | undefined }) => void = () => {};
  #ended: { message: string; signal: NodeJS.Signals | undefined } | undefined;
  #errorOutput = '';
  #buffer = '';

  constructor(confinement: Confinement, flavour: Flavour, snapshots: RuntimeSnapshots) {
    const { command, args, options } = launchRunner(confinement, flavour, snapshots);
    this.#profile = confinement.profile;
    this.#child = spawn(command, args, options);
    this.#channel = this.#child.stdio[3] as Duplex;
    this.#channel.setEncoding('utf8');
    this.#channel.on('data', (text: string) => this.#receive(text));
    this.#channel.on('error', () => {});
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      if (this.#errorOutput.length < maxErrorOutput) this.#errorOutput += chunk.toString();
    });
    this.#ready = new Promise((resolve, reject) => {
      this.#onFrame = (frame) => {
        if (frame.type === 'ready') resolve();
      };
      this.#onEnd = ({ message }) => reject(new Error(`The runner did not start: ${message}`));
    });
    this.#ready.catch(() => {});
    this.#exited = new Promise((resolve) => {
      this.#child.once('error', (error) => {
        this.#end(error.message);
        resolve();
      });
      this.#child.once('close', (code, signal) => {
        const output = this.#errorOutput ? `: ${this.#errorOutput.slice(0, maxErrorOutput)}` : '';
        const ending = endingSignal(code, signal);
        this.#end(`${ending ?? `exit code ${code}`}${output}`, ending);
        resolve();
      });
    });
  }

  /** Resolves once it waits for its job. Rejects when it cannot start, which is our fault. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  #end(message: string, signal?: NodeJS.Signals): void {
    if (this.#ended) return;
    this.#ended = { message, signal };
    this.#onEnd(this.#ended);
  }

  #receive(text: string): void {
    this.#buffer += text;
    for (;;) {
      const end = this.#buffer.indexOf('\n');
      if (end < 0) break;
      const line = this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + 1);
      const frame = parseFrame(line);
      if (!frame) {
        this.#end('it sent a frame that is none');
        this.kill();
        return;
      }
      this.#onFrame(frame);
    }
    if (this.#buffer.length > maxFrameBytes) {
      this.#end('it sent a frame without end');
      this.kill();
    }
  }

  /** Gives the runner its job and waits for its end. Resolves for whatever the runner does. */
  async run(
    job: RunnerJob,
    { onTest, onStarted }: { onTest(test: RunnerTest): void; onStarted?(during: During): void },
  ): Promise<RunnerOutcome> {
    await this.#ready;
    const tests: RunnerTest[] = [];
    let during: During = { phase: 'load' };
    const restMb = readResidentMb(this.pid) ?? 0;
    let peakMb = 0;

    return new Promise((resolve) => {
      const finish = (
        outcome: DistributiveOmit<RunnerOutcome, 'tests' | 'peakMb' | 'cpuMs'>,
        cpuMs = 0,
      ) => {
        clearTimeout(wall);
        clearInterval(watch);
        this.kill();
        resolve({ ...outcome, tests, cpuMs, peakMb });
      };
      const wall = setTimeout(
        () => finish({ kind: 'killed', reason: 'wall_limit', during }),
        job.limits.wallMs * Math.max(1, job.patience / 2),
      );
      let silentSinceCpuMs: number | undefined;
      const watch = setInterval(() => {
        const grownMb = (readResidentMb(this.pid) ?? restMb) - restMb;
        peakMb = Math.max(peakMb, Math.round(grownMb));
        if (grownMb > job.limits.processMb)
          finish({ kind: 'killed', reason: 'memory_limit', during });
        const cpuMs = readMainThreadCpuMs(this.pid) ?? 0;
        silentSinceCpuMs ??= cpuMs;
        if (cpuMs - silentSinceCpuMs > job.limits.testCpuMs + silenceCpuMs)
          finish({ kind: 'killed', reason: 'cpu_limit', during });
      }, watchIntervalMs);
      this.#onFrame = (frame) => {
        silentSinceCpuMs = undefined;
        switch (frame.type) {
          case 'ready':
            return;
          case 'started':
            during = frame.during;
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
            // Answers to a question that was not asked: this runner has been taken over.
            this.#end('it sent a frame that was not asked for');
        }
      };
      this.#onEnd = (end) => finish({ kind: 'died', during, ...end });
      if (this.#ended) this.#onEnd(this.#ended);
      else this.#channel.write(`${JSON.stringify(job)}\n`);
    });
  }

  /**
   * Gives the runner a job of the platform's own and passes on its frames.
   * @returns how it ended: 'done', 'silent' for `silenceMs`, or what it died of.
   */
  async converse(
    job: RunnerJob,
    onFrame: (frame: RunnerFrame) => void,
    silenceMs: number,
  ): Promise<string> {
    await this.#ready;
    return new Promise((resolve) => {
      const finish = (end: string) => {
        clearTimeout(silence);
        this.kill();
        resolve(end);
      };
      const silence = setTimeout(() => finish('silent'), silenceMs);
      this.#onFrame = (frame) => {
        silence.refresh();
        onFrame(frame);
        if (frame.type === 'result') finish('done');
      };
      this.#onEnd = ({ message }) => finish(message);
      if (this.#ended) this.#onEnd(this.#ended);
      else this.#channel.write(`${JSON.stringify(job)}\n`);
    });
  }

  kill(): void {
    endRunner(this.#child, this.#profile);
  }

  /** Resolves when the process is gone. */
  get exited(): Promise<void> {
    return this.#exited;
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
