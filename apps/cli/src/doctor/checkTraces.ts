import { explain, type Finding, fails, warns, well } from './Finding.ts';

/** Goes to the collector as API and workers do, and sends nothing. */
export async function checkTraces(endpoint: string): Promise<Finding> {
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    return fails(
      'traces',
      'OTEL_EXPORTER_OTLP_ENDPOINT is no http(s) address',
      'Set it as http://collector:4318, the base of OTLP over HTTP.',
    );
  const { host } = new URL(endpoint);
  // OpenTelemetry is for whoever has a collector alone.
  const { reachCollector } = await import('@assay/telemetry/collector');
  try {
    await reachCollector(endpoint);
    return well('traces', `The collector at ${host} takes traces`);
  } catch (error) {
    return warns(
      'traces',
      `The collector at ${host} takes no traces: ${explain(error)}`,
      'Start it with its OTLP receiver for HTTP, or mend OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_HEADERS.',
    );
  }
}
