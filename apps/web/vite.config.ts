import { fileURLToPath } from 'node:url';
import { contract } from '@assay/contracts/http';
import { type AnyContractRouter, isContractProcedure, minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compressAssets } from './build/compressAssets.ts';
import { collectSandboxTypes, collectTestTypes } from './build/sandboxTypes.ts';
import { hostExcalidraw } from './build/hostExcalidraw.ts';

/** A module whose default export is made when the app is built, and read through `reviver`, if there is one. */
function madeAtBuild(name: string, make: () => unknown, reviver = ''): Plugin {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    // As a text: engines parse JSON faster than they parse the same thing as a program.
    load: (id) =>
      id === `\0${name}`
        ? `export default JSON.parse(${JSON.stringify(JSON.stringify(make()))}${reviver})`
        : undefined,
  };
}

const { candidate, me, ...staffs } = contract;
const { openLink, getOwn, askFocus, endFocus } = contract.live;
const everybodys = { candidate, me, live: { openLink, getOwn, askFocus, endFocus } };

/**
 * How each call of a contract is sent: of a call its route alone, `revived` adds what is the same in all. What it
 * does, in words, is for the public API's documents alone.
 */
function listRoutes(router: AnyContractRouter): unknown {
  const routes = JSON.stringify(minifyContractRouter(router), (key, value: unknown) => {
    if (key === 'summary' || key === 'description') return undefined;
    return isContractProcedure(value) ? value['~orpc'].route : value;
  });
  return JSON.parse(routes);
}

const revived = `,(_,v)=>v.path?{'~orpc':{errorMap:{},meta:{},route:v}}:v`;

const api = process.env.ASSAY_API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    react(),
    // The contract as plain routes: the browser needs no schemas, and they would be half of the first download.
    madeAtBuild('virtual:contract-routes', () => listRoutes(everybodys), revived),
    // Candidates do not fetch what staff can ask for.
    madeAtBuild('virtual:staff-routes', () => listRoutes(staffs), revived),
    madeAtBuild('virtual:sandbox-types', collectSandboxTypes),
    madeAtBuild('virtual:test-types', collectTestTypes),
    hostExcalidraw(),
    compressAssets(),
  ],
  resolve: {
    // monaco-vim and monaco-emacs name the editor's files as they were called before 0.57.
    alias: [
      // For browsers it offers a build with an old editor inside.
      {
        find: /^monaco-vim$/,
        replacement: fileURLToPath(
          import.meta.resolve('monaco-vim').replace(/[^/]+$/, 'index.mjs'),
        ),
      },
      { find: /^monaco-editor\/esm\/vs\/(.+?)(?:\.js)?$/, replacement: 'monaco-editor/$1.js' },
      { find: /^monaco-editor$/, replacement: 'monaco-editor/editor/editor.api.js' },
    ],
  },
  // The manifest says which files belong together; a test weighs them.
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8_000,
    manifest: true,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': { target: api, xfwd: true },
      '/socket.io': { target: api, ws: true },
    },
  },
});
