import type { z } from 'zod';
import { ApiError } from '../apiError.ts';

/** What `schema` lists of the body, and nothing else. Throws validation_failed for the first field that is wrong. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const field = String(result.error.issues[0]?.path[0]);
  throw new ApiError('validation_failed', `The field ${field} makes no sense.`, field);
}
