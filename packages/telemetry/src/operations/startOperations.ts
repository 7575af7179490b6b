import type { Registry } from 'prom-client';
import type { z } from 'zod';
import { startTracing } from '#tracing/tracing.ts';
import type { operationsEnvironment } from './operationsSettings.ts';
import { type Readiness, serveOperations } from './serveOperations.ts';

type Settings = z.infer<z.ZodObject<typeof operationsEnvironment>>;

/**
 * Opens what operators watch a process by, as its environment says: the port of metrics and health, and traces.
 * Rejects when the port is taken.
 */
export async function startOperations(
  service: 'api' | 'worker' | 'standalone',
  env: Settings,
  { registry, readiness }: { registry: Registry; readiness: () => Promise<Readiness> },
): Promise<{ close(): Promise<void> }> {
  const served =
    env.ASSAY_METRICS_PORT === undefined
      ? undefined
      : await serveOperations({
          registry,
          readiness,
          host: env.ASSAY_METRICS_HOST,
          port: env.ASSAY_METRICS_PORT,
          token: env.ASSAY_METRICS_TOKEN,
        });
  const tracing = await startTracing(`assay-${service}`, env.OTEL_EXPORTER_OTLP_ENDPOINT);
  return {
    close: async () => {
      await served?.close();
      await tracing.close();
    },
  };
}
