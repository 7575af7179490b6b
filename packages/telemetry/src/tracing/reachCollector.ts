import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { createExporter } from './createExporter.ts';

/** Sends no spans to a collector, in the way in which spans are sent. Rejects with why it did not take them. */
export async function reachCollector(endpoint: string): Promise<void> {
  const exporter = createExporter(endpoint);
  try {
    const { code, error } = await new Promise<ExportResult>((resolve) =>
      exporter.export([], resolve),
    );
    if (code !== ExportResultCode.SUCCESS) throw error ?? new Error('It did not take them.');
  } finally {
    await exporter.shutdown();
  }
}
