import type { ErrorRequestHandler } from 'express';

const statusOf = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  validation_failed: 422,
  internal_error: 500,
} as const;

/** A failure that the client is told about, as the contract words it. */
export class ApiError extends Error {
  readonly code: keyof typeof statusOf;
  readonly field: string | undefined;

  constructor(code: keyof typeof statusOf, message: string, field?: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/** The only place that writes an error. */
export const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  if (!(error instanceof ApiError)) console.error(error);
  const { code, message, field } =
    error instanceof ApiError ? error : new ApiError('internal_error', 'Something went wrong.');
  res.status(statusOf[code]).json({ error: { code, message, field } });
};
