import type { JudgedSubmission } from '@assay/db';

/** The work that counts: the last against the hidden tests. What we could not judge counts only when there is nothing else. */
export function findCounting(newestFirst: JudgedSubmission[]): JudgedSubmission | undefined {
  const hidden = newestFirst.filter(({ suite }) => suite === 'hidden');
  return hidden.find(({ verdict }) => verdict?.status !== 'sandbox_error') ?? hidden[0];
}
