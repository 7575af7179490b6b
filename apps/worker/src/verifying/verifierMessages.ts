import { VerifyReport, VerifyRow, VerifyStep } from '@assay/contracts/challenge';
import type { SandboxProfile } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import { z } from 'zod';

/** What a verifier process is asked. */
export type VerifyRequest = { slug: string; files: Files; profile: SandboxProfile };

/** What it says: each row and step as it comes, and the report at the end. */
export const VerifierMessage = z.union([
  z.object({ row: VerifyRow }),
  z.object({ step: VerifyStep }),
  z.object({ report: VerifyReport }),
  z.object({ problem: z.string() }),
]);
export type VerifierMessage = z.infer<typeof VerifierMessage>;
