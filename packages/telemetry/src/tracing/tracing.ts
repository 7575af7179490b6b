/** What a span says of itself while it lasts. */
export type Span = {
  rename(name: string): void;
  set(attributes: Attributes): void;
};
export type Attributes = Record<string, string | number | boolean>;
export type SpanOptions = {
  kind?: 'server' | 'producer' | 'consumer';
  attributes?: Attributes;
  /** The trace that it goes on with, as a W3C `traceparent`; the one around the call unless given. */
  from?: string | undefined;
};

/** What makes spans, once there is somewhere to send them. */
export type Tracing = {
  span<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T>;
  traceparent(): string | undefined;
  traceId(): string | undefined;
  /** Sends what is left. */
  close(): Promise<void>;
};

let tracing: Tracing | undefined;

const silent: Span = { rename: () => {}, set: () => {} };

/** Does `work` inside a span, which ends with it; without tracing it is just done. */
export function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return tracing === undefined ? work(silent) : tracing.span(name, options, work);
}

export const isTracing = (): boolean => tracing !== undefined;

/** The span around the call, for who goes on elsewhere. */
export const currentTraceparent = (): string | undefined => tracing?.traceparent();

/** The trace around the call, for its lines in the log. */
export function currentTrace(): { traceId?: string } {
  const traceId = tracing?.traceId();
  return traceId === undefined ? {} : { traceId };
}

/**
 * Sends traces to `endpoint` (the base of OTLP over HTTP) until it is closed. Without one nothing happens:
 * OpenTelemetry is not even loaded.
 */
export async function startTracing(
  service: string,
  endpoint: string | undefined,
): Promise<{ close(): Promise<void> }> {
  if (endpoint === undefined) return { close: async () => {} };
  const { openTelemetry } = await import('./openTelemetry.ts');
  const started = openTelemetry(service, endpoint);
  tracing = started;
  return {
    close: async () => {
      if (tracing === started) tracing = undefined;
      await started.close();
    },
  };
}
