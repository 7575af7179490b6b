import { CandidateSource } from '@assay/contracts/http';

/** What sources are called. */
export const sourceNames: Record<CandidateSource, string> = {
  job_board: 'Job board',
  referral: 'Referral',
  agency: 'Agency',
  community: 'Community',
  own_search: 'Own search',
  other: 'Other',
};

/** The source of that name; `undefined` for none. */
export const toSource = (value: string | null): CandidateSource | undefined =>
  CandidateSource.options.find((source) => source === value);
