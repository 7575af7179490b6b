/** CPython, as Pyodide has compiled it to WebAssembly, inside this isolate. */
import type { PyodideAPI } from 'pyodide';
import { type WasmImports, webAssembly } from '#language/wasm.ts';
import { provideFile, forgetFiles } from './shell.ts';

type Engine = {
  wasm: ArrayBuffer;
  standardLibrary: ArrayBuffer;
  /** The memory of a Python that has started already, from `makeMemorySnapshot`; without it, it starts anew. */
  memory?: ArrayBuffer;
};

/** So that the same text always has the same hash, and sets the same order. */
const hashSeed = '0';

/** Called when Python has asked for more memory than it may have. */
let onOutOfMemory: () => void = () => {};

export function watchMemory(whenOut: () => void): void {
  onOutOfMemory = whenOut;
}

/** Starts Python. All of it happens before this context's next turn, but for what a promise defers. */
export async function startEngine({ wasm, standardLibrary, memory }: Engine): Promise<PyodideAPI> {
  provideFile('/pyodide.asm.wasm', wasm);
  provideFile('/python_stdlib.zip', standardLibrary);
  compileSynchronously();
  // Late, because both look at WebAssembly when they are loaded, and a start-up snapshot cannot hold it.
  const [{ loadPyodide, version }, { default: createPyodideModule }] = await Promise.all([
    import('pyodide'),
    import('pyodide/pyodide.asm.mjs'),
  ]);
  const python = await loadPyodide({
    indexURL: '/',
    createPyodideModule,
    lockFileContents: JSON.stringify(emptyLockFile(version)),
    env: { HOME: '/solution', PYTHONHASHSEED: hashSeed, PYTHONDONTWRITEBYTECODE: '1', TZ: 'UTC' },
    ...(memory ? { _loadSnapshot: memory } : { _makeSnapshot: true }),
  } as Parameters<typeof loadPyodide>[0]);
  forgetFiles();
  return python;
}

/** There is no package but the standard library. Pyodide checks the rest against itself. */
const emptyLockFile = (version: string) => ({
  info: {
    abi_version: '2026_0',
    arch: 'wasm32',
    platform: 'emscripten_5_0_3',
    python: '3.14.2',
    version,
  },
  packages: {},
});

/** The asynchronous forms may never end in an isolate, whose host has no turn for V8's other threads. */
function compileSynchronously(): void {
  const wasm = webAssembly();
  wasm.compile = async (bytes) => new wasm.Module(bytes);
  wasm.instantiate = async (source, imports) => {
    watchGrowth(imports);
    if (source instanceof wasm.Module) return new wasm.Instance(source, imports);
    const module = new wasm.Module(source as ArrayBuffer);
    return { module, instance: new wasm.Instance(module, imports) };
  };
}

/** Emscripten asks for more memory here, after it has tried smaller steps; 0 means that it got none. */
function watchGrowth(imports: WasmImports | undefined): void {
  const env = imports?.['env'];
  const grow = env?.['emscripten_resize_heap'] as ((bytes: number) => unknown) | undefined;
  if (!env || !grow) return;
  env['emscripten_resize_heap'] = (bytes: number) => {
    const grown = grow(bytes);
    if (!grown) onOutOfMemory();
    return grown;
  };
}
