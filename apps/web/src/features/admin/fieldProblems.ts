import { ORPCError } from '@orpc/client';
import { z } from 'zod';

const Issues = z.object({
  issues: z.array(
    z.object({ path: z.union([z.string(), z.array(z.unknown())]), message: z.string() }),
  ),
});

/** What the server said about single fields of a form, by field; empty when the trouble is elsewhere. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return new Map();
  const data = Issues.safeParse(error.data);
  if (!data.success) return new Map();
  return new Map(
    data.data.issues.map(({ path, message }) => [
      String(Array.isArray(path) ? path.at(-1) : path),
      message,
    ]),
  );
}
