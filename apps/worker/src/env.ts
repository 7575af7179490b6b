import { availableParallelism } from 'node:os';
import { RunnerSettings } from '@assay/sandbox';
import { metricsAreKept, metricsNeedToken, operationsEnvironment } from '@assay/telemetry';
import { z } from 'zod';

/** What it reads of its environment, variable by variable. */
export const variables = {
  ...RunnerSettings.shape,
  ...operationsEnvironment,
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'is not a redis:// address' })
    .optional()
    .meta({
      description: "the queue, and what the API's processes tell each other",
      shown: 'needed',
    }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' })
    .optional()
    .meta({
      description: 'PostgreSQL; for a worker only if the queue lives there, instead of Redis',
      shown: 'instead of Redis',
    }),
  ASSAY_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be the http(s) address of the API' })
    .describe('where a worker finds the API'),
  ASSAY_WORKER_TOKEN: z.string({ error: 'must be the token that the API was given' }).min(1),
  ASSAY_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(availableParallelism())
    .meta({ description: 'submissions judged at a time', shown: 'cores' }),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
};

const Environment = z
  .object(variables)
  .refine(metricsAreKept, metricsNeedToken)
  .transform(({ REDIS_URL, DATABASE_URL, ...env }, context) => {
    if (REDIS_URL !== undefined)
      return { ...env, queue: { kind: 'redis' as const, url: REDIS_URL } };
    if (DATABASE_URL !== undefined) {
      return { ...env, queue: { kind: 'postgres' as const, url: DATABASE_URL } };
    }
    context.addIssue(
      'REDIS_URL must say where the queue is (or DATABASE_URL, when it is in PostgreSQL)',
    );
    return z.NEVER;
  });

export type Environment = z.infer<typeof Environment>;

/** The environment of a worker, parsed; throws an error of one line that names what is wrong. */
export function readEnvironment(env = process.env): Environment {
  const parsed = Environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  throw new Error(`The environment is not complete: ${problems.join('; ')}.`);
}

/** All that a process of ours that reads the files of authors gets to know of our environment. */
export function verifierEnvironment(env = process.env): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'TMPDIR', 'ASSAY_BWRAP'].flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
