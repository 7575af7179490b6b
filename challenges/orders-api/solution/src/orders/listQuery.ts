import { z } from 'zod';

/** A cursor is the position of the last order of a page; positions never change. */
export function encodeCursor(position: number): string {
  return Buffer.from(`after:${position}`).toString('base64url');
}

function decodeCursor(cursor: string, context: z.RefinementCtx): number {
  const position = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (position === undefined) {
    context.addIssue({ code: 'custom', message: 'This is not a cursor that we returned.' });
    return z.NEVER;
  }
  return Number(position);
}

export const ListQuery = z.object({
  limit: z
    .string()
    .regex(/^\d+$/, 'This is not a whole number.')
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .default(20),
  cursor: z.string().transform(decodeCursor).optional(),
  status: z.enum(['confirmed', 'cancelled']).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;
