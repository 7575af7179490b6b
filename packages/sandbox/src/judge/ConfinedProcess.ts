import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import type { SandboxProfile } from '@assay/contracts/verdict';
import type { Launch } from '#confinement/confine.ts';
import { endingSignal, endRunner } from '#confinement/endRunner.ts';
import { readResidentMb } from '#confinement/residentMemory.ts';

export type Ending = { message: string; signal: NodeJS.Signals | undefined };

/** One frame, bytes. Counters a process that never ends its line. */
const maxFrameBytes = 8 * 1024 * 1024;
const maxErrorOutput = 4_000;

/** A process that is kept from the machine and speaks frames, one a line, on its descriptor 3. */
export class ConfinedProcess {
  readonly #child: ChildProcess;
  readonly #profile: SandboxProfile;
  readonly #channel: Duplex;
  readonly #onLine: (line: string) => boolean;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  /** How it ended, or why nothing more that it says is believed. */
  ending: Ending | undefined;
  /** Hears of that; one listener at a time. */
  onEnd: (ending: Ending) => void = () => {};
  #errorOutput = '';
  #buffer = '';

  /** @param onLine Takes a line; false when it is no frame. */
  constructor(
    profile: SandboxProfile,
    { command, args, options }: Launch,
    onLine: (line: string) => boolean,
  ) {
    this.#profile = profile;
    this.#onLine = onLine;
    this.#child = spawn(command, args, options);
    this.#channel = this.#child.stdio[3] as Duplex;
    this.#channel.setEncoding('utf8');
    this.#channel.on('data', (text: string) => this.#receive(text));
    this.#channel.on('error', () => {});
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      if (this.#errorOutput.length < maxErrorOutput) this.#errorOutput += chunk.toString();
    });
    this.exited = new Promise((resolve) => {
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

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Its descriptors on this side. */
  get stdio(): ChildProcess['stdio'] {
    return this.#child.stdio;
  }

  /** Resident memory, MB; 0 where the system does not say. */
  get residentMb(): number {
    return readResidentMb(this.pid) ?? 0;
  }

  send(frame: object): void {
    this.#channel.write(`${JSON.stringify(frame)}\n`);
  }

  kill(): void {
    endRunner(this.#child, this.#profile);
  }

  /** Ends it for what it has said. */
  disbelieve(why: string): void {
    this.#end(why);
    this.kill();
  }

  #end(message: string, signal?: NodeJS.Signals): void {
    if (this.ending) return;
    this.ending = { message, signal };
    this.onEnd(this.ending);
  }

  #receive(text: string): void {
    this.#buffer += text;
    for (;;) {
      const end = this.#buffer.indexOf('\n');
      if (end < 0) break;
      const line = this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + 1);
      if (!this.#onLine(line)) {
        this.disbelieve('it sent a frame that is none');
        return;
      }
    }
    if (this.#buffer.length > maxFrameBytes) this.disbelieve('it sent a frame without end');
  }
}
