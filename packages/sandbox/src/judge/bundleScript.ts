import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const require = createRequire(import.meta.url);
const findAddon = require('node-gyp-build') as { path(folder: string): string };

/** The compiled part of isolated-vm for this machine. */
export const addonPath = findAddon.path(dirname(require.resolve('isolated-vm/package.json')));

const addon: Plugin = {
  name: 'isolated-vm-by-its-file',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^isolated-vm$/ }, () => ({ path: addonPath, namespace: 'addon' }));
    onResolve({ filter: /\.node$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'addon' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)}).ivm;`,
    }));
  },
};

/**
 * A program of runners as one script, so that a start neither compiles TypeScript nor looks for modules: half
 * of its CPU otherwise. PGlite stays beside it, because it finds its own parts by where it is.
 * @param entry Relative to this file.
 */
export async function bundleScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node26',
    alias: { '@electric-sql/pglite': require.resolve('@electric-sql/pglite') },
    external: [require.resolve('@electric-sql/pglite')],
    plugins: [addon],
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
