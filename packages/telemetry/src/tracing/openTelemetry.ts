import {
  type Context,
  ROOT_CONTEXT,
  type Span as OtelSpan,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { parseTraceParent } from '@opentelemetry/core';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { createExporter, sendWithinMs } from './createExporter.ts';
import type { Tracing } from './tracing.ts';

const kinds = {
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/** From one sending of spans to the next, ms. */
const sendEveryMs = 2_000;

/** Tracing by OpenTelemetry, sent to a collector by OTLP over HTTP. Loaded only where there is one. */
export function openTelemetry(service: string, endpoint: string): Tracing {
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': service })),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: createExporter(endpoint),
        scheduledDelayMillis: sendEveryMs,
        exportTimeoutMillis: sendWithinMs,
      }),
    ],
  });
  const contexts = new AsyncLocalStorageContextManager().enable();
  const tracer = provider.getTracer('assay');
  const current = () => trace.getSpanContext(contexts.active());

  return {
    span(name, { kind, attributes, from }, work) {
      const parent = parentOf(from) ?? contexts.active();
      const span = tracer.startSpan(
        name,
        {
          kind: kind === undefined ? SpanKind.INTERNAL : kinds[kind],
          ...(attributes && { attributes }),
        },
        parent,
      );
      return contexts.with(trace.setSpan(parent, span), () => end(span, () => work(handle(span))));
    },
    traceparent() {
      const span = current();
      if (span === undefined) return undefined;
      const flags = span.traceFlags.toString(16).padStart(2, '0');
      return `00-${span.traceId}-${span.spanId}-${flags}`;
    },
    traceId: () => current()?.traceId,
    async close() {
      // What cannot be sent is not worth a stop that fails.
      await provider.shutdown().catch(() => {});
      contexts.disable();
    },
  };
}

function parentOf(traceparent: string | undefined): Context | undefined {
  const parsed = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parsed === null
    ? undefined
    : trace.setSpanContext(ROOT_CONTEXT, { ...parsed, isRemote: true });
}

const handle = (span: OtelSpan) => ({
  rename: (name: string) => void span.updateName(name),
  set: (attributes: Record<string, string | number | boolean>) =>
    void span.setAttributes(attributes),
});

async function end<T>(span: OtelSpan, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The kind of an error, never its text: that may quote somebody's work.
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
    throw error;
  } finally {
    span.end();
  }
}
