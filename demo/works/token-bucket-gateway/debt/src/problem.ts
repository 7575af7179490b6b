import type { ErrorRequestHandler } from 'express';

export class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const sendProblem: ErrorRequestHandler = (error, _req, res, _next) => {
  const problem =
    error instanceof Problem ? error : new Problem(400, 'bad_request', 'The request is unreadable.');
  res.status(problem.status).json({ error: { code: problem.code, message: problem.message } });
};
