import { ORPCError } from '@orpc/client';
import { z } from 'zod';

const TakenBy = z.object({ slug: z.string(), title: z.string(), head: z.string() });

/** The challenge that has the name already, when that is why the server refused; nothing for other errors. */
export function takenBy(error: unknown): z.infer<typeof TakenBy> | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'SLUG_TAKEN') return undefined;
  return TakenBy.safeParse(error.data).data;
}
