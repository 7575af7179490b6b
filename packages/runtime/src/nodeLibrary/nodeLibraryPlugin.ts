import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { absentNodeModuleNames } from '#moduleNames.ts';
import { awaitByPromises } from './awaitByPromises.ts';
import { nodeFacts } from './facts.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Sources of Node's own JavaScript library by name, as the running binary carries them. */
const sources = (
  process as unknown as { binding(name: 'natives'): Record<string, string> }
).binding('natives');

/** Modules of the library whose place something of ours takes, since they are about a process, threads or files. */
const replacements: Record<string, string> = {
  'internal/async_hooks': here('replacements/internalAsyncHooks.ts'),
  'internal/blob': here('../web/Blob.ts'),
  'internal/bootstrap/realm': here('replacements/realm.cjs'),
  'internal/crypto/keys': here('replacements/cryptoKeys.cjs'),
  'internal/file': here('../web/Blob.ts'),
  'internal/options': here('replacements/options.ts'),
  'internal/process/per_thread': here('replacements/perThread.ts'),
  'internal/process/task_queues': here('replacements/taskQueues.ts'),
  'internal/util/colors': here('replacements/colors.cjs'),
  'internal/v8/startup_snapshot': here('replacements/startupSnapshot.cjs'),
  'internal/worker/io': here('replacements/workerIo.ts'),
  'internal/worker/js_transferable': here('replacements/transferable.ts'),
};

/** Parts of the library that need nothing but bindings of ours; the others are absent, and say so when used. */
const inner =
  /^internal\/(?:abort_controller|assert|assert\/.+|async_context_frame|async_local_storage\/.+|buffer|cli_table|constants|data_url|deps\/undici\/undici|encoding|encoding\/.+|errors|event_target|events\/.+|fixed_queue|fs\/utils|mime|navigator|per_context\/.+|perf\/utils|querystring|streams\/(?!iter).+|url|util|util\/(?!trace_sigint|inspector|embedding).+|validators|vfs\/(?!setup|sea|provider_registry|providers\/(?!memory)).+|webidl|webstreams\/(?!compression|transfer).+)$/;

/** What these files find in their scope differs from the others'. */
const prologues: Record<string, string> = {
  'internal/per_context/primordials': 'const primordials = module.exports = {};',
  'internal/per_context/domexception': `const { primordials } = require('${here('environment.ts')}'); const { utilBinding: { privateSymbols } } = require('${here('bindings/introspection.ts')}'); const { symbolsBinding: perIsolateSymbols } = require('${here('bindings/symbols.ts')}');`,
};
const prologue = `const { internalBinding, primordials, process } = require('${here('environment.ts')}');`;

/** Modules of Node that the runtime takes from Node's library as they are. */
const originals = new Set([
  'assert',
  'assert/strict',
  'async_hooks',
  'buffer',
  'diagnostics_channel',
  'events',
  'path',
  'path/posix',
  'querystring',
  'stream',
  'stream/consumers',
  'stream/promises',
  'stream/web',
  'string_decoder',
  'url',
  'util',
  'util/types',
  'zlib',
]);

/** Primordials name the engine's own async functions, so theirs have to stay. */
async function prepare(path: string): Promise<string> {
  const source = sources[path] ?? '';
  if (path === 'internal/per_context/primordials' || !/\basync\b/.test(source)) return source;
  return (await awaitByPromises(source)).code;
}

/**
 * An esbuild plugin that resolves modules of Node: to `substitutes` (by bare name), to Node's own library, or,
 * for what the sandbox does not have, to a module whose every use says so.
 */
export function nodeLibraryPlugin(substitutes: Record<string, string>): Plugin {
  return {
    name: 'node-library',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./#]/ }, ({ path, namespace }) => {
        const name = path.replace(/^node:/, '').replace(/\/$/, '');
        if (path === 'node:facts') return { path, namespace: 'facts' };
        const file = substitutes[path] ?? substitutes[name] ?? replacements[name];
        if (file !== undefined) return { path: file };
        const internal = inner.test(name) && Object.hasOwn(sources, name);
        if (originals.has(name) || internal) return { path: name, namespace: 'node-library' };
        const absent = (absentNodeModuleNames as readonly string[]).includes(name);
        if (absent || namespace === 'node-library') return { path: name, namespace: 'absent' };
        return undefined;
      });
      onLoad({ filter: /.*/, namespace: 'facts' }, () => ({ contents: nodeFacts() }));
      onLoad({ filter: /.*/, namespace: 'node-library' }, async ({ path }) => ({
        contents: `${prologues[path] ?? prologue}${await prepare(path)}`,
        resolveDir: here('.'),
        loader: 'js',
      }));
      onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({
        contents: `module.exports = require('${here('../node/unavailable.ts')}').unavailable('node:${path}', {});`,
        resolveDir: here('.'),
        loader: 'js',
      }));
    },
  };
}
