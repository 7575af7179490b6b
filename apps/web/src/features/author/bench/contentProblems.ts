import { ChallengeProblem } from '@assay/contracts/challenge';
import { ORPCError } from '@orpc/client';
import { z } from 'zod';

const Refusal = z.object({ problems: z.array(ChallengeProblem) });

/** What has to be changed before the server takes files as a challenge; nothing for other errors. */
export function contentProblems(error: unknown): ChallengeProblem[] {
  if (!(error instanceof ORPCError) || error.code !== 'CONTENT_REFUSED') return [];
  return Refusal.safeParse(error.data).data?.problems ?? [];
}
