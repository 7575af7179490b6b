import type { CandidateSubmission } from '@assay/contracts/http';
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { summarise } from './summarise.ts';
import { isUnfinished } from './useSubmissions.ts';

/**
 * Says aloud that a run has begun and what came of it, once each, wherever one is on the page. What was
 * judged before the page was opened is not said, nor is every test on the way.
 */
export function RunAnnouncer({ submission }: { submission: CandidateSubmission | undefined }) {
  const [begun, setBegun] = useState<string>();
  if (submission && isUnfinished(submission) && begun !== submission.id) setBegun(submission.id);
  return <VisuallyHidden role="status">{describe(submission, begun)}</VisuallyHidden>;
}

function describe(submission: CandidateSubmission | undefined, begun: string | undefined): string {
  if (submission === undefined || submission.id !== begun) return '';
  if (!isUnfinished(submission)) return summarise(submission, []);
  return submission.suite === 'public'
    ? 'Running the public tests.'
    : 'Running the hidden tests on your submission.';
}
