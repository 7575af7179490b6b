import { z } from 'zod';
import { ApiError } from '../http/apiError.ts';

const Name = z.string().min(1).max(100);

const LockerEvent = z.object({
  id: Name,
  type: z.string(),
  occurredAt: z.iso.datetime({ precision: 3 }),
  data: z.object({ parcelId: Name, lockerId: Name }),
});
export type LockerEvent = z.infer<typeof LockerEvent>;

/** The event in the body of a delivery. Throws malformed_event. */
export function parseLockerEvent(body: Buffer): LockerEvent {
  const result = LockerEvent.safeParse(parseJson(body));
  if (result.success) return result.data;
  throw new ApiError('malformed_event', z.prettifyError(result.error));
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
