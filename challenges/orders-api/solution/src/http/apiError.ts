const statusOf = {
  malformed_json: 400,
  unauthenticated: 401,
  payment_declined: 402,
  not_found: 404,
  cancellation_closed: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  idempotency_key_reused: 422,
  internal_error: 500,
} as const;

export type ErrorCode = keyof typeof statusOf;

export type ErrorDetail = { path: string; message: string };

/** A failure that the client is told about, as the contract words it. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: ErrorCode;
  readonly details: ErrorDetail[] | undefined;

  constructor(code: ErrorCode, message: string, details?: ErrorDetail[]) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return statusOf[this.code];
  }
}
