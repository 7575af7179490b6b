import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** The metrics of one process: those of Node (CPU, memory, event loop), and who it is. Others are added by its parts. */
export function createRegistry(process: 'api' | 'worker' | 'standalone'): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'assay_process_info',
    help: 'Always 1; says which process of Assay this is, and on which Node.',
    labelNames: ['process', 'node'],
    registers: [registry],
  }).set({ process, node: globalThis.process.version }, 1);
  return registry;
}
