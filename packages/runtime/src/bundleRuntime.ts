import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { nodeLibraryPlugin } from './nodeLibrary/nodeLibraryPlugin.ts';

/** The scripts that the two isolates start from, and the hash that stands for both in a verdict. */
export type RuntimeBundle = { solution: string; grader: string; hash: string };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(import.meta.url);

/** What stands for a module of Node's where the sandbox has its own, and for packages that would reach for more. */
const substitutes: Record<string, string> = {
  crypto: here('node/crypto.ts'),
  fs: here('node/fs.ts'),
  'fs/promises': here('node/fsPromises.ts'),
  http: here('node/http/index.ts'),
  https: here('node/https.ts'),
  net: here('node/net.ts'),
  perf_hooks: here('node/perfHooks.ts'),
  process: here('node/process.cjs'),
  'supports-color': require.resolve('supports-color/browser.js'),
  timers: here('time/timers.ts'),
  'timers/promises': here('node/timersPromises.ts'),
  worker_threads: here('nodeLibrary/replacements/workerIo.ts'),
  /** Its Node build replaces Error.prepareStackTrace at load, which a snapshot cannot hold. */
  depd: require.resolve('depd/lib/browser/index.js'),
  debug: here('node/debug.cjs'),
  module: here('node/module.cjs'),
  'graceful-fs': here('node/gracefulFs.cjs'),
  'serve-static': here('node/serveStatic.cjs'),
  send: here('node/send.cjs'),
  tr46: here('node/tr46.ts'),
};

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    // Modules are named by their paths from here, and the hash must not tell where a process was started.
    absWorkingDir: here('../../..'),
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    mainFields: ['main', 'module'],
    conditions: ['browser', 'require'],
    target: 'es2024',
    plugins: [nodeLibraryPlugin(substitutes)],
    define: {
      'process.env.NODE_ENV': '"production"',
      __dirname: '"/"',
      __filename: '"/runtime.js"',
    },
    loader: { '.py': 'text', '.rb': 'text' },
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Bundles both runtimes. Takes some hundred ms; callers keep the result. */
export async function bundleRuntime(): Promise<RuntimeBundle> {
  const [solution, grader] = await Promise.all([
    bundle('solution/main.ts'),
    bundle('grader/main.ts'),
  ]);
  const hash = createHash('sha256').update(solution).update('\0').update(grader).digest('hex');
  return { solution, grader, hash };
}

/** What another language starts from inside an isolate, and the hash of what it is made of. */
export type EngineBundle = {
  script: string;
  /** Files of its engine, the WebAssembly first. */
  partPaths: string[];
  hash: string;
};

/** Bundles the part of the runtime that solutions in Python run on. */
export function bundlePython(): Promise<EngineBundle> {
  const folder = dirname(require.resolve('pyodide/package.json'));
  return bundleEngine('python/main.ts', [
    join(folder, 'pyodide.asm.wasm'),
    join(folder, 'python_stdlib.zip'),
  ]);
}

/** Bundles the part of the runtime that solutions in Ruby run on. */
export function bundleRuby(): Promise<EngineBundle> {
  return bundleEngine('ruby/main.ts', [
    require.resolve('@ruby/4.0-wasm-wasi/dist/ruby+stdlib.wasm'),
  ]);
}

async function bundleEngine(entry: string, partPaths: string[]): Promise<EngineBundle> {
  const script = await bundle(entry);
  const hash = createHash('sha256').update(script);
  for (const path of partPaths) hash.update('\0').update(await readFile(path));
  return { script, partPaths, hash: hash.digest('hex') };
}
