import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BundleOptions, BundleResult } from './bundleProgram.ts';
import { compileMs, compilerMb, tooMuchMemory } from './compilerLimits.ts';

/** What came of a compilation: its result, or what ended the compiler. */
export type Compilation = BundleResult | { ok: undefined; ended: 'time' | 'memory' | 'crash' };

/**
 * A process that compiles, apart from the worker: code can be written that makes a compiler crash, or eat
 * all memory there is. It serves one program at a time and is not used again once it has broken.
 */
export class BundlerProcess {
  readonly #child: ChildProcess;
  readonly ready: Promise<void>;
  readonly exited: Promise<void>;
  #onMessage: (result: BundleResult) => void = () => {};
  #onExit: (code: number | null) => void = () => {};
  #alive = true;

  constructor() {
    const main = fileURLToPath(new URL('./bundlerMain.ts', import.meta.url));
    this.#child = fork(main, [String(compilerMb)], {
      env: {},
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // A group of its own, so that the compiler below it can be ended with it.
      detached: true,
    });
    this.ready = new Promise((resolve, reject) => {
      this.#onMessage = () => resolve();
      this.#onExit = () => reject(new Error('The bundler did not start.'));
    });
    this.ready.catch(() => {});
    this.#child.on('message', (result: BundleResult) => this.#onMessage(result));
    this.exited = new Promise((resolve) => {
      const end = (code: number | null) => {
        this.#alive = false;
        this.#onExit(code);
        resolve();
      };
      this.#child.once('error', () => end(null)).once('exit', end);
    });
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Compiles one program. Resolves whatever becomes of it. */
  async compile(options: BundleOptions): Promise<Compilation> {
    await this.ready;
    return new Promise((resolve) => {
      const finish = (compilation: Compilation) => {
        clearTimeout(timer);
        resolve(compilation);
      };
      const timer = setTimeout(() => {
        this.kill();
        finish({ ok: undefined, ended: 'time' });
      }, compileMs);
      this.#onMessage = finish;
      this.#onExit = (code) =>
        finish({ ok: undefined, ended: code === tooMuchMemory ? 'memory' : 'crash' });
      if (this.#alive) this.#child.send(options, (error) => error && this.#onExit(null));
      else this.#onExit(null);
    });
  }

  kill(): void {
    this.#alive = false;
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has gone by itself.
    }
  }
}
