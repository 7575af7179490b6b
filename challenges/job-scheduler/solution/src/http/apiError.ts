const statusOf = {
  not_found: 404,
  not_waiting: 409,
  validation_failed: 422,
  internal_error: 500,
} as const;

/** A refusal that the client is told about, as the contract words it. */
export class ApiError extends Error {
  readonly code: keyof typeof statusOf;

  constructor(code: keyof typeof statusOf, message: string) {
    super(message);
    this.code = code;
  }

  get status(): number {
    return statusOf[this.code];
  }
}
