import { Semaphore } from '#judge/Semaphore.ts';
import { BundlerProcess, type Compilation } from './BundlerProcess.ts';
import { type BundleOptions, type BundleResult, refuse } from './bundleProgram.ts';
import { compileMs, compilerMb, maxProgramLength } from './compilerLimits.ts';

/** Compiles programs in processes of their own, which are kept while they are well. */
export class Bundler {
  readonly #idle: BundlerProcess[] = [];
  readonly #all = new Set<BundlerProcess>();
  readonly #places: Semaphore;
  #closed = false;

  /** @param atOnce Programs that are compiled at a time; more wait. */
  constructor(atOnce: number) {
    this.#places = new Semaphore(atOnce);
    this.#idle.push(this.#start());
  }

  #start(): BundlerProcess {
    const started = new BundlerProcess();
    this.#all.add(started);
    void started.exited.then(() => this.#all.delete(started));
    return started;
  }

  /** Resolves when the first program can be compiled without waiting for a start. */
  async ready(): Promise<void> {
    await this.#idle[0]?.ready;
  }

  /** Bundles a program; a compiler that cannot cope with it, twice where it crashed, is a compile error. */
  bundle(options: BundleOptions): Promise<BundleResult> {
    return this.#places.use(async () => {
      let result = await this.#compile(options);
      if (result.ok === undefined && result.ended === 'crash')
        result = await this.#compile(options);
      if (result.ok === undefined) return refuse(options.entry, describeEnd(result.ended));
      if (result.ok && result.program.code.length > maxProgramLength)
        return refuse(options.entry, describeLength(result.program.code.length));
      return result;
    });
  }

  async #compile(options: BundleOptions): Promise<Compilation> {
    if (this.#closed) throw new Error('The bundler is closed.');
    const bundler = this.#idle.pop() ?? this.#start();
    const compilation = await bundler.compile(options);
    if (bundler.alive && compilation.ok !== undefined) this.#idle.push(bundler);
    else bundler.kill();
    return compilation;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const all = [...this.#all];
    for (const bundler of all) bundler.kill();
    await Promise.all(all.map((bundler) => bundler.exited));
  }
}

function describeEnd(ended: 'time' | 'memory' | 'crash'): string {
  switch (ended) {
    case 'time':
      return `The code takes more than ${compileMs / 1_000} s to compile. Is something nested very deeply?`;
    case 'memory':
      return `The code takes more than ${compilerMb} MB of memory to compile. Is something nested very deeply, or a constant enormous?`;
    case 'crash':
      return 'The compiler broke down over this code. Is something nested very deeply?';
  }
}

function describeLength(length: number): string {
  return `The compiled program has ${length} characters; at most ${maxProgramLength} are possible.`;
}
