import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';

/** How long a collector may take to answer, ms. Counters a stop that waits for one that is away. */
export const sendWithinMs = 3_000;

/** Sends spans to a collector by OTLP over HTTP; `endpoint` is its base. Its headers are in the environment. */
export const createExporter = (endpoint: string): OTLPTraceExporter =>
  new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: sendWithinMs,
  });
