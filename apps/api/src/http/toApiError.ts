import { randomBytes } from 'node:crypto';
import { sqlState } from '@assay/db';
import { ORPCError, ValidationError } from '@orpc/server';
import { z } from 'zod';
import type { Services } from '#services.ts';

/** `invalid_byte_sequence`: text with a NUL, which PostgreSQL cannot hold. */
const unstorableText = '22021';

/** The errors of Express's body parser that a client causes. */
const BodyError = z.object({
  type: z.enum([
    'entity.too.large',
    'entity.parse.failed',
    'encoding.unsupported',
    'charset.unsupported',
    'request.aborted',
    'request.size.invalid',
  ]),
  message: z.string(),
  limit: z.number().optional(),
});

/**
 * Any error, as what leaves the API: an `ORPCError` whose message is fit for people.
 * What nobody expected is logged with an id and leaves as a generic 500 with that id.
 */
export function toApiError(
  error: unknown,
  { logger, metrics }: Pick<Services, 'logger' | 'metrics'>,
): ORPCError<string, unknown> {
  // 503 is what we say on purpose; another error of ours is one that nobody expected.
  if (isApiError(error) && (error.status < 500 || error.status === 503)) return explain(error);
  const body = BodyError.safeParse(error);
  if (body.success) return fromBodyError(body.data);
  if (sqlState(error) === unstorableText) {
    return new ORPCError('BAD_REQUEST', {
      message:
        'The request holds a character that cannot be stored (NUL). Remove it and try again.',
    });
  }
  metrics.unexpectedError();
  const errorId = randomBytes(6).toString('hex');
  logger.error({ ...withoutParameters(error), errorId }, 'Unexpected error');
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: `Something went wrong on our side. What was saved before is safe; try again. Reference ${errorId}.`,
    data: { errorId },
  });
}

function isApiError(error: unknown): error is ORPCError<string, unknown> {
  return error instanceof ORPCError;
}

/** A failed statement's parameters may be a candidate's whole work: the log gets the statement and its cause. */
function withoutParameters(error: unknown): { err: unknown; query?: unknown } {
  const hasParameters = error instanceof Error && 'query' in error && 'params' in error;
  return hasParameters ? { err: error.cause, query: error.query } : { err: error };
}

function explain(error: ORPCError<string, unknown>): ORPCError<string, unknown> {
  if (!(error.cause instanceof ValidationError)) return error;
  const issues = error.cause.issues.map(({ message, path = [] }) => ({
    path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }));
  const [first] = issues;
  return new ORPCError('BAD_REQUEST', {
    message: first ? `${first.path}: ${first.message}` : 'The request does not fit.',
    data: { issues },
  });
}

function fromBodyError({
  type,
  message,
  limit,
}: z.infer<typeof BodyError>): ORPCError<string, unknown> {
  switch (type) {
    case 'entity.too.large':
      return new ORPCError('PAYLOAD_TOO_LARGE', {
        message: `The request is larger than ${limit ?? 0} bytes, which is the limit. What was saved before is safe.`,
        data: { limit },
      });
    case 'entity.parse.failed':
      return new ORPCError('BAD_REQUEST', { message: `The body is not valid JSON: ${message}` });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new ORPCError('UNSUPPORTED_MEDIA_TYPE', { message });
    case 'request.aborted':
    case 'request.size.invalid':
      return new ORPCError('BAD_REQUEST', {
        message: 'The request ended before its body was complete.',
      });
  }
}
