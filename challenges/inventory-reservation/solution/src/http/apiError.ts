const statusOf = {
  not_found: 404,
  insufficient_stock: 409,
  reservation_confirmed: 409,
  reservation_expired: 409,
  reservation_released: 409,
  validation_failed: 422,
  internal_error: 500,
} as const;

export type Missing = { partId: string; requested: number; available: number };

/** A refusal that the client is told about, as the contract words it. */
export class ApiError extends Error {
  readonly code: keyof typeof statusOf;
  readonly more: { field?: string; missing?: Missing[] };

  constructor(code: keyof typeof statusOf, message: string, more: ApiError['more'] = {}) {
    super(message);
    this.code = code;
    this.more = more;
  }

  get status(): number {
    return statusOf[this.code];
  }
}
