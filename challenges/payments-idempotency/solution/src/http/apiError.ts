const statusOf = {
  invalid_request: 400,
  card_declined: 402,
  not_found: 404,
  key_reused: 409,
  payment_in_progress: 409,
  already_paid: 409,
  internal_error: 500,
  provider_rejected: 502,
  provider_unavailable: 503,
} as const;

/** A failure that the client is told about, as the contract words it. */
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
