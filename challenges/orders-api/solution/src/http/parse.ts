import type { z } from 'zod';
import { ApiError } from './apiError.ts';

/** Returns what `schema` makes of `input`; throws validation_failed with every problem that it finds. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const details = result.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));
  throw new ApiError('validation_failed', 'The request breaks the rules in details.', details);
}
