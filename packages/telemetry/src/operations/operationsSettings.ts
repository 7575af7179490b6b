import { z } from 'zod';

/** What an operator says about metrics, health and traces, in the environment. */
export const operationsEnvironment = {
  ASSAY_METRICS_PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0)
    .max(65_535)
    .optional()
    .describe('a port of its own for `/metrics` and `/health/…`; without it there are no metrics'),
  ASSAY_METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('where that port is open; beside this machine only together with a token'),
  ASSAY_METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('what Prometheus shows to read `/metrics`, as `Authorization: Bearer …`'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be the http(s) address of a collector' })
    .optional()
    .describe('the base of an OpenTelemetry collector (OTLP over HTTP); with it, traces are sent'),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .optional()
    .describe('headers for the collector, `name=value,…`'),
};

type Operations = {
  ASSAY_METRICS_PORT?: number | undefined;
  ASSAY_METRICS_HOST: string;
  ASSAY_METRICS_TOKEN?: string | undefined;
};

/** Whether metrics are closed to those who are not on this machine. */
export const metricsAreKept = (env: Operations): boolean =>
  env.ASSAY_METRICS_PORT === undefined ||
  env.ASSAY_METRICS_TOKEN !== undefined ||
  ['127.0.0.1', '::1', 'localhost'].includes(env.ASSAY_METRICS_HOST);

export const metricsNeedToken = {
  path: ['ASSAY_METRICS_TOKEN'],
  message: 'is needed where ASSAY_METRICS_HOST opens the metrics beyond this machine',
};
