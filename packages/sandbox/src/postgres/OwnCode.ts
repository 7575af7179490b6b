import { createHash } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';

/** Where PGlite keeps the libraries that PostgreSQL loads when SQL asks for them. */
const libraries = '/pglite/lib/postgresql';

const hashOf = (code: Uint8Array) => createHash('sha256').update(code).digest('hex');

type Module = WebAssembly.Module;

type Files = { readdir(path: string): string[]; readFile(path: string): Uint8Array };

/** As far as code comes in by it; the types of Node leave it out. */
type Engine = {
  Module: new (code: Uint8Array<ArrayBuffer>) => Module;
  CompileError: new (message: string) => Error;
  compile(code: Bytes): Promise<Module>;
  compileStreaming(): Promise<never>;
  instantiate(code: Bytes | Module, imports?: object): Promise<unknown>;
  instantiateStreaming(): Promise<never>;
};
type Bytes = ArrayBuffer | ArrayBufferView<ArrayBuffer>;

const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;

/**
 * The WebAssembly of this process: what PGlite is made of, and from `seal` on nothing else. SQL can write a
 * file and LOAD it as a library; such code would outlive its run. What is known is compiled only once, so
 * that it is still hot in the next instance.
 */
export class OwnCode {
  readonly #Module = engine.Module;
  readonly #compiled = new Map<string, Module>();
  readonly #known = new Set<string>();
  #sealed = false;

  constructor() {
    const { instantiate, Module } = engine;
    engine.Module = new Proxy(Module, { construct: (_, [code]) => this.compile(code as Bytes) });
    engine.compile = async (code) => this.compile(code);
    engine.instantiate = async (code, imports) => {
      if (code instanceof Module) return instantiate(code, imports);
      const module = this.compile(code);
      return { module, instance: await instantiate(module, imports) };
    };
    engine.compileStreaming = refuse;
    engine.instantiateStreaming = refuse;
  }

  /** @throws {CompileError} when it is sealed and `code` is not its own. */
  compile(code: Bytes): Module {
    const bytes = ArrayBuffer.isView(code)
      ? new Uint8Array(code.buffer, code.byteOffset, code.byteLength)
      : new Uint8Array(code);
    const hash = hashOf(bytes);
    const compiled = this.#compiled.get(hash);
    if (compiled) return compiled;
    if (this.#sealed && !this.#known.has(hash))
      throw new engine.CompileError('this library is not of this PostgreSQL');
    const module = new this.#Module(bytes);
    this.#compiled.set(hash, module);
    return module;
  }

  /** From now on, only what has been compiled and the libraries of `pglite` can be compiled. */
  seal(pglite: PGlite): void {
    // The types of Emscripten's file system, which PGlite's refer to, are not installed.
    const files = pglite.Module.FS as unknown as Files;
    for (const name of files.readdir(libraries)) {
      if (name.endsWith('.so')) this.#known.add(hashOf(files.readFile(`${libraries}/${name}`)));
    }
    this.#sealed = true;
  }
}

async function refuse(): Promise<never> {
  throw new Error('WebAssembly comes from no stream here.');
}
