import { z } from 'zod';
import { kinds, type Payload } from '../handlers.ts';

/** What is run: the handler's business, as long as it has a name. */
export const Work = z.object({
  kind: z.enum(kinds),
  payload: z.looseObject({ name: z.string() }).transform((payload) => payload as Payload),
});

export const NewJob = Work.extend({
  runAt: z.iso.datetime({ precision: 3 }).optional(),
  key: z.string().min(1).optional(),
});
export type NewJob = z.infer<typeof NewJob>;

export type Job = z.infer<typeof Work> & {
  id: number;
  status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  runAt: Date;
  attempts: number;
  lastError: string | null;
};

/** A job as it is shown. */
export const jobColumns =
  'id, kind, payload, status, run_at AS "runAt", attempts, last_error AS "lastError"';
