import { contract } from '@assay/contracts/http';
import { minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Serves the contract as plain routes: the browser needs no schemas, and they would be half of the first download. */
function routesOfContract(): Plugin {
  const name = 'virtual:contract-routes';
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? `export default ${JSON.stringify(minifyContractRouter(contract))}`
        : undefined,
  };
}

const api = process.env.ASSAY_API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), routesOfContract()],
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 8_000 },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': { target: api, xfwd: true },
      '/socket.io': { target: api, ws: true },
    },
  },
});
