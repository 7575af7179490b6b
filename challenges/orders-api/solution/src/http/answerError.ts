import type { ErrorRequestHandler } from 'express';
import { PaymentDeclined } from '../payments.ts';
import { ApiError } from './apiError.ts';

/** The only place that writes an error: everything that was thrown becomes an answer of the contract. */
export const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  const { status, code, message, details } = toApiError(error);
  res.status(status).json({ error: { code, message, details } });
};

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof PaymentDeclined) {
    return new ApiError('payment_declined', 'The payment was declined. Nothing was ordered.');
  }
  switch (bodyParserType(error)) {
    case 'entity.parse.failed':
      return new ApiError('malformed_json', 'The body is not valid JSON.');
    case 'entity.too.large':
      return new ApiError('payload_too_large', 'The body is too large.');
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new ApiError('unsupported_media_type', 'Send JSON in UTF-8.');
    default:
      console.error(error);
      return new ApiError('internal_error', 'Something went wrong on our side. Please try again.');
  }
}

function bodyParserType(error: unknown): unknown {
  return error instanceof Error && 'type' in error ? error.type : undefined;
}
