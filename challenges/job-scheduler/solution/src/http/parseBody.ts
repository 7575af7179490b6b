import { z } from 'zod';
import { ApiError } from './apiError.ts';

/** Throws validation_failed with what is wrong. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new ApiError('validation_failed', z.prettifyError(result.error));
}
