import type { CandidateVerdict } from '@assay/contracts/http';
import { verdictOutcomes } from '#features/verdict/verdictOutcome.ts';

/** How many hidden tests hold, in a sentence or two; why none ran, where that is what there is to say. */
export function describeHolds({ status, passed, total, summary }: CandidateVerdict): string {
  if (total === 0 || status === 'sandbox_error') return summary;
  if (status === 'passed' || status === 'failed') return `${passed} of ${total} hidden tests hold.`;
  // A limit or a crash can end a run before its last test.
  return `${passed} of the ${total} hidden tests that ran hold. ${summary}`;
}

/** The same in the room of a table's cell: `11 of 14`, or why none ran. */
export function shortenHolds({ status, passed, total }: CandidateVerdict): string {
  return total === 0 ? verdictOutcomes[status].word : `${passed} of ${total}`;
}
