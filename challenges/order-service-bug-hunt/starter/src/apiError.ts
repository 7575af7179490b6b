import type { ErrorRequestHandler } from 'express';

const statusOf = {
  insufficient_balance: 402,
  not_found: 404,
  sold_out: 409,
  validation_failed: 422,
} as const;

export class ApiError extends Error {
  readonly code: keyof typeof statusOf;

  constructor(code: keyof typeof statusOf, message: string) {
    super(message);
    this.code = code;
  }
}

export const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  const known =
    error instanceof ApiError
      ? error
      : new ApiError('validation_failed', 'The request cannot be read.');
  res.status(statusOf[known.code]).json({ error: { code: known.code, message: known.message } });
};
