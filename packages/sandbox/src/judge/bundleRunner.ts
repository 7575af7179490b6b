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
 * The runner's program as one script, so that a start neither compiles TypeScript nor looks for modules:
 * half of its CPU otherwise. PGlite stays beside it, for the runners that have a database.
 */
export async function bundleRunner(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../runner/main.ts', import.meta.url))],
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
