import type {
  VerifyProgress,
  VerifyReport,
  VerifyRow,
  VerifyStep,
} from '@assay/contracts/challenge';
import type { VerifyJob } from '@assay/contracts/queue';
import type { SandboxProfile } from '@assay/contracts/verdict';
import { verifyApart } from './verifyApart.ts';

/** The pause between two reports of one step, ms: mutants are faster than eyes. A row is reported at once. */
const reportEveryMs = 150;

/** Verifies a challenge and reports how far it is. Nothing comes back when `signal` was aborted. */
export async function verify(
  { verificationId, slug, hash, files }: VerifyJob,
  profile: SandboxProfile,
  report: (progress: VerifyProgress) => void,
  signal: AbortSignal,
): Promise<VerifyReport | undefined> {
  const rows: VerifyRow[] = [];
  let step: VerifyStep | undefined;
  let reportedAt = 0;
  const tell = () => {
    reportedAt = performance.now();
    report({ verificationId, rows: [...rows], ...(step && { step }) });
  };
  return verifyApart(
    { slug, hash, files, profile },
    {
      signal,
      onRow: (row) => {
        rows.push(row);
        tell();
      },
      onStep: (next) => {
        const isOther = next.check !== step?.check;
        step = next;
        if (isOther || performance.now() - reportedAt > reportEveryMs) tell();
      },
    },
  );
}
