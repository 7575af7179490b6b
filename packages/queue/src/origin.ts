import { currentIds, currentTraceparent } from '@assay/telemetry';
import { z } from 'zod';

const id = z.string().max(100).optional();

/** The work that a job goes on with, and its trace. */
const Origin = z.object({ requestId: id, attemptId: id, submissionId: id, traceparent: id });
export type Origin = z.infer<typeof Origin>;

/** That of the work that calls. */
export function ownOrigin(): Origin {
  const traceparent = currentTraceparent();
  return { ...currentIds(), ...(traceparent !== undefined && { traceparent }) };
}

export const readOrigin = (value: unknown): Origin => Origin.safeParse(value).data ?? {};
