import type { ErrorRequestHandler } from 'express';

const statusOf = {
  bad_request: 400,
  unknown_key: 401,
  not_found: 404,
  too_many_requests: 429,
} as const;

/** A failure that the client is told about, as the contract words it. */
export class ApiError extends Error {
  readonly code: keyof typeof statusOf;

  constructor(code: keyof typeof statusOf, message: string) {
    super(message);
    this.code = code;
  }
}

/** The only place that writes an error. What else goes wrong here is a body that cannot be read. */
export const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  const { code, message } =
    error instanceof ApiError
      ? error
      : new ApiError('bad_request', 'The body of the request cannot be read.');
  res.status(statusOf[code]).json({ error: { code, message } });
};
