import type { ErrorRequestHandler } from 'express';
import { ApiError } from './apiError.ts';

/** The only place that writes an error. */
export const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  const { status, code, message } = toApiError(error);
  res.status(status).json({ error: { code, message } });
};

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof SyntaxError && 'body' in error)
    return new ApiError('invalid_request', 'The body is not JSON.');
  console.error(error);
  return new ApiError('internal_error', 'Something went wrong on our side. Please try again.');
}
