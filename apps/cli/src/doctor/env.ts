import { z } from 'zod';

const text = z.string().optional();

/**
 * What the doctor looks at. Everything is a text here, whatever it holds: a wrong one is what the doctor is to find.
 * The schemas of API and worker say what each must be.
 */
const Environment = z.object({
  DATABASE_URL: text,
  REDIS_URL: text,
  ASSAY_URL: text,
  ASSAY_API_URL: text,
  ASSAY_SECRET: text,
  ASSAY_WORKER_TOKEN: text,
  ASSAY_METRICS_TOKEN: text,
  ASSAY_TRUST_PROXY: text,
  ASSAY_SMTP_URL: text,
  ASSAY_SMTP_TLS: text,
  ASSAY_SANDBOX_PROFILE: text,
  OTEL_EXPORTER_OTLP_ENDPOINT: text,
  NODE_ENV: text,
  ASSAY_DATA_DIR: z.string().default('.assay'),
});
export type DoctorEnvironment = z.infer<typeof Environment>;

export const readDoctorEnvironment = (env = process.env): DoctorEnvironment =>
  Environment.parse(env);
