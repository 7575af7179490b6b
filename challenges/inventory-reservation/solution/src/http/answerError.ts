import type { ErrorRequestHandler } from 'express';
import { ApiError } from './apiError.ts';

/** The only place that writes an error. What the database says stays in the log. */
export const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  const { status, code, message, more } = toApiError(error);
  res.status(status).json({ error: { code, message, ...more } });
};

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof SyntaxError) {
    return new ApiError('validation_failed', 'The body is not JSON.', { field: 'body' });
  }
  console.error(error);
  return new ApiError('internal_error', 'Something went wrong. Please try again.');
}
