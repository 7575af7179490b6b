const statusOf = {
  malformed_event: 400,
  invalid_signature: 401,
  not_found: 404,
  payload_too_large: 413,
  internal_error: 500,
  try_again: 503,
} as const;

/** A failure that the sender is told about, as the contract words it. */
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
