import { CandidateSource } from '@assay/contracts/http';

/** What people write into such a column, in small letters without blanks and marks. */
const words: Record<CandidateSource, string[]> = {
  job_board: ['jobboard', 'board', 'jobad', 'linkedin', 'indeed', 'stackoverflow', 'careerspage'],
  referral: ['referral', 'referred', 'employeereferral', 'recommendation'],
  agency: ['agency', 'recruiter', 'headhunter', 'recruitingagency'],
  community: ['community', 'meetup', 'conference', 'opensource', 'university'],
  own_search: ['ownsearch', 'sourced', 'sourcing', 'outreach', 'directsearch', 'search'],
  other: ['other'],
};

/** The source that a word means; `undefined` for one that we do not know. */
export function readSource(word: string): CandidateSource | undefined {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  return CandidateSource.options.find((source) => words[source].includes(plain));
}
