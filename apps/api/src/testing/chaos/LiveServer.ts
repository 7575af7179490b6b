import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveServerQuestions } from './liveServerProcess.ts';

const program = join(import.meta.dirname, 'liveServerProcess.ts');

type Answer = { id: number; answer?: unknown; error?: string };

/** A real API in a process of its own on a data folder, which can be killed and started again on the same port. */
export class LiveServer {
  readonly #folder: string;
  #child: ChildProcess;
  #asked = 0;
  url = '';

  private constructor(folder: string, child: ChildProcess) {
    this.#folder = folder;
    this.#child = child;
  }

  static async start(): Promise<LiveServer> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-live-'));
    const server = new LiveServer(folder, await forkServer(folder, '0'));
    server.url = await server.ask('url');
    return server;
  }

  ask<Name extends keyof LiveServerQuestions>(
    name: Name,
    ...args: Parameters<LiveServerQuestions[Name]>
  ): ReturnType<LiveServerQuestions[Name]>;
  ask(name: string, ...args: unknown[]): Promise<unknown> {
    const id = (this.#asked += 1);
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const hear = (answer: Answer) => {
        if (answer.id !== id) return;
        child.off('message', hear);
        if (answer.error === undefined) resolve(answer.answer);
        else reject(new Error(`The server failed at "${name}": ${answer.error}`));
      };
      child.on('message', hear);
      child.send({ id, name, args });
    });
  }

  /** Ends the process without a chance to tidy up. */
  async kill(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  /** Starts it again where it was. */
  async restart(): Promise<void> {
    this.#child = await forkServer(join(this.#folder), new URL(this.url).port);
  }

  async close(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function forkServer(folder: string, port: string): Promise<ChildProcess> {
  const child = fork(program, [join(folder, 'database'), port], { serialization: 'advanced' });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The server did not start (exit ${code}).`)));
  });
  return child;
}
