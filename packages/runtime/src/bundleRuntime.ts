import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { absentNodeModuleNames } from './moduleNames.ts';

/** The scripts that the two isolates start from, and the hash that stands for both in a verdict. */
export type RuntimeBundle = { solution: string; grader: string; hash: string };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(import.meta.url);

/** What libraries find when they ask for one of Node's own modules. */
const substitutes: Record<string, string> = {
  assert: require.resolve('assert/'),
  async_hooks: here('node/asyncHooks.ts'),
  buffer: here('node/buffer.ts'),
  crypto: here('node/crypto.ts'),
  diagnostics_channel: here('node/diagnosticsChannel.ts'),
  events: require.resolve('events/'),
  http: here('node/http/index.ts'),
  net: here('node/net.ts'),
  path: require.resolve('path-browserify'),
  process: here('node/process.cjs'),
  'process/': here('node/process.cjs'),
  querystring: require.resolve('querystring-es3'),
  stream: require.resolve('readable-stream'),
  string_decoder: require.resolve('string_decoder/'),
  'string_decoder/': require.resolve('string_decoder/'),
  'supports-color': require.resolve('supports-color/browser.js'),
  timers: here('time/timers.ts'),
  url: require.resolve('url/'),
  util: here('node/nodeUtil.ts'),
  'util/types': here('node/utilTypes.ts'),
  /** Its Node build replaces Error.prepareStackTrace at load, which a snapshot cannot hold. */
  depd: require.resolve('depd/lib/browser/index.js'),
  debug: here('node/debug.cjs'),
  module: here('node/module.cjs'),
  'graceful-fs': here('node/gracefulFs.cjs'),
};

const nodeModules: Plugin = {
  name: 'node-modules-of-the-sandbox',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) => {
      const name = path.replace(/^node:/, '');
      if (Object.hasOwn(substitutes, name)) return { path: substitutes[name] ?? '' };
      if ((absentNodeModuleNames as readonly string[]).includes(name))
        return { path: name, namespace: 'absent' };
      return undefined;
    });
    onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({
      contents: `module.exports = require('./node/unavailable.ts').unavailable('node:${path}', {});`,
      resolveDir: here('.'),
      loader: 'js',
    }));
  },
};

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    mainFields: ['main', 'module'],
    conditions: ['browser', 'require'],
    target: 'es2024',
    plugins: [nodeModules],
    define: {
      'process.env.NODE_ENV': '"production"',
      __dirname: '"/"',
      __filename: '"/runtime.js"',
    },
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
