import type { Verdict } from '@assay/contracts/verdict';

/** The first thing that went wrong in a verdict, in words for the challenge's author; empty when all passed. */
export function explainFailure(verdict: Verdict): string {
  if (verdict.status === 'compile_error') {
    const [first] = verdict.diagnostics;
    return first ? `${first.file}:${first.line}: ${first.message}` : '';
  }
  if (verdict.status === 'crashed') return verdict.message;
  const test = verdict.tests.find(({ status }) => status === 'failed' || status === 'timed_out');
  return test ? `“${test.name}”: ${test.failure?.message ?? test.status}` : '';
}
