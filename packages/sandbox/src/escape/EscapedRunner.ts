import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Confinement } from '#confinement/Confinement.ts';
import { endRunner } from '#confinement/endRunner.ts';
import { launchRunner } from '#confinement/launchRunner.ts';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';
import { dropRights } from '#runner/dropRights.ts';

const entry = fileURLToPath(new URL('escapedRunner.mts', import.meta.url));

/** Flags by which Node itself keeps its program from things. */
const guards = /^--(permission$|allow-|no-experimental-)/;

export type Answer = { did: unknown } | { refused: string };

/** For tests only: a runner that has been taken over, started just as the judge starts its own. */
export class EscapedRunner {
  readonly #child: ChildProcess;
  readonly #confinement: Confinement;
  readonly #guarded: boolean;
  readonly #channel: Duplex;
  readonly #lines: AsyncIterator<string>;
  #errorOutput = '';

  /** @param guarded Whether Node's own guards are up; without them it is as if V8 or Node had been broken. */
  constructor(confinement: Confinement, snapshots: RuntimeSnapshots, guarded: boolean) {
    const { command, args, options } = launchRunner(confinement, snapshots, { entry });
    this.#confinement = confinement;
    this.#guarded = guarded;
    this.#child = spawn(command, guarded ? args : args.filter((arg) => !guards.test(arg)), options);
    this.#channel = this.#child.stdio[3] as Duplex;
    this.#lines = createInterface({ input: this.#channel })[Symbol.asyncIterator]();
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#errorOutput += chunk.toString()));
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  async ready(): Promise<void> {
    await this.#nextLine();
    if (this.#guarded) await this.attempt(`(${dropRights.toString()})()`, {});
  }

  /** Runs `code`, the body of an async function of `require` and `given`, in the runner's main context. */
  async attempt(code: string, given: unknown): Promise<Answer> {
    this.#channel.write(`${JSON.stringify({ code, given })}\n`);
    return JSON.parse(await this.#nextLine()) as Answer;
  }

  async #nextLine(): Promise<string> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`The runner ended: ${this.#errorOutput}`);
    return line.value;
  }

  /** Ends it as the judge ends its runners. */
  async end(): Promise<void> {
    const closed = once(this.#child, 'close');
    endRunner(this.#child, this.#confinement.profile);
    await closed;
  }
}
