import type { Verdict } from '@assay/contracts/verdict';

/**
 * The first thing that went wrong in a verdict, in words for the challenge's author; empty when all passed.
 * `folder` is where the judged files lie in the challenge.
 */
export function explainFailure(verdict: Verdict, folder: string): string {
  if (verdict.status === 'compile_error') {
    const [first] = verdict.diagnostics;
    return first ? `${folder}/${first.file}:${first.line}: ${first.message}` : '';
  }
  if (verdict.status === 'crashed') return verdict.message;
  const test = verdict.tests.find(({ status }) => status === 'failed' || status === 'timed_out');
  if (test === undefined) return '';
  const frame = test.failure?.frames.find((candidate) => candidate.in === 'tests');
  const place = frame ? `tests/${frame.file}:${frame.line}: ` : '';
  return `${place}“${test.name}”: ${test.failure?.message ?? test.status}`;
}
