import { z } from 'zod';
import { type Origin, readOrigin } from './origin.ts';

/**
 * Job data as it lies in the queue: one JSON text inside JSON. PostgreSQL's `jsonb` refuses U+0000 and
 * lone surrogates, and a candidate's file or output may hold either; escaped twice, both pass.
 */
export type SealedJob = { json: string; origin?: Origin };

const SealedJob = z.object({ json: z.string() });

/** `origin` is for whoever takes the job to log and trace by; no meaning of the job depends on it. */
export function sealJob(job: unknown, origin?: Origin): SealedJob {
  return { json: JSON.stringify(job), ...(origin && { origin }) };
}

/** Reads what `sealJob` wrote; throws when it is not that, or does not fit `schema`. */
export function unsealJob<T>(schema: z.ZodType<T>, data: unknown): T {
  const parsed: unknown = JSON.parse(SealedJob.parse(data).json);
  return schema.parse(parsed);
}

/** Where a sealed job came from; nothing where it does not say, or says it in a way that we do not know. */
export function originOfJob(data: unknown): Origin {
  return readOrigin(z.object({ origin: z.unknown() }).safeParse(data).data?.origin);
}
