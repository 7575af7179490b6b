import { ORPCError } from '@orpc/server';

/** An action's answer when it does not do what was asked, for an expected reason. */
export type Refusal = {
  ok: false;
  code: string;
  status: 400 | 404 | 409 | 410 | 413 | 422 | 503;
  /** For people: what happened, whether their work is safe, what to do. */
  message: string;
  data?: unknown;
};

export function refusal(
  code: string,
  status: Refusal['status'],
  message: string,
  data?: unknown,
): Refusal {
  return { ok: false, code, status, message, ...(data !== undefined && { data }) };
}

/** One answer for what does not exist and for what is not theirs to see. */
export const notFound = refusal('NOT_FOUND', 404, 'There is nothing here that you can see.');

/** The value of an action, or its refusal as an error of the HTTP contract. */
export function unwrap<T extends { ok: true }>(result: T | Refusal): T {
  if (result.ok) return result;
  const { code, status, message, data } = result;
  throw new ORPCError(code, { status, message, data });
}
