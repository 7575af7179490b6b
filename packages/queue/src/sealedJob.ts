import { z } from 'zod';

/**
 * Job data as it lies in the queue: one JSON text inside JSON. PostgreSQL's `jsonb` refuses U+0000 and
 * lone surrogates, and a candidate's file or output may hold either; escaped twice, both pass.
 */
export type SealedJob = { json: string };

const SealedJob = z.object({ json: z.string() });

export function sealJob(job: unknown): SealedJob {
  return { json: JSON.stringify(job) };
}

/** Reads what `sealJob` wrote; throws when it is not that, or does not fit `schema`. */
export function unsealJob<T>(schema: z.ZodType<T>, data: unknown): T {
  const parsed: unknown = JSON.parse(SealedJob.parse(data).json);
  return schema.parse(parsed);
}
