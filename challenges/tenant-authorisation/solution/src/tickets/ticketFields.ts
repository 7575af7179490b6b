import { z } from 'zod';
import { findDevice } from '../data/devices.ts';
import { findUser, type User } from '../data/users.ts';

/** What a user may say about a ticket. References have to be to their own organisation. */
export function ticketFields({ organisationId }: User) {
  const title = z.string().min(1).max(200);
  const deviceId = z.string().refine((id) => findDevice(id)?.organisationId === organisationId);
  const status = z.enum(['open', 'in_progress', 'done']);
  const priority = z.literal([1, 2, 3]);
  const assigneeId = z
    .string()
    .refine((id) => findUser(id)?.organisationId === organisationId)
    .nullable();
  return {
    New: z.object({
      title,
      deviceId,
      priority: priority.default(2),
      assigneeId: assigneeId.default(null),
    }),
    Changed: z.object({ title, status, priority, assigneeId }).partial(),
  };
}
