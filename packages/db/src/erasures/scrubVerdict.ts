import type { Verdict } from '@assay/contracts/verdict';

/** What stands in the place of a hallmark, which would lead back to the code. */
const noHallmark = '0'.repeat(12);

/**
 * A verdict with nothing left that the solution said or that its code could be known by: which tests held and
 * what they cost stays, their names being the author's.
 */
export function scrubVerdict(verdict: Verdict): Verdict {
  const scrubbed = {
    ...verdict,
    hallmark: noHallmark,
    tests: verdict.tests.map(({ name, suite, status, virtualMs, cpuMs, queries }) => {
      return { name, suite, status, virtualMs, cpuMs, queries, console: [] };
    }),
    provenance: { ...verdict.provenance, codeHash: '' },
  };
  if (scrubbed.status === 'compile_error') {
    const message = 'What it said is erased.';
    return { ...scrubbed, diagnostics: [{ file: '', line: 0, column: 0, message }] };
  }
  return 'message' in scrubbed ? { ...scrubbed, message: '' } : scrubbed;
}
