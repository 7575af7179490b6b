import type { AssessmentDraft } from '@assay/contracts/http';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '#app/api.ts';
import cards from '#app/Cards.module.css';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { AboutFields } from './AboutFields.tsx';
import classes from './AssessmentForm.module.css';
import { ChallengeFields } from './ChallengeFields.tsx';
import type { FieldProps } from '#features/admin/fieldProps.ts';
import { InterviewFields } from './InterviewFields.tsx';
import { PolicyFields } from './PolicyFields.tsx';
import { ReviewFields } from './ReviewFields.tsx';

/** Everything that an assessment says. */
export function AssessmentForm({
  titles,
  aside,
  ...fields
}: FieldProps<AssessmentDraft> & {
  /** Of challenges that may be offered no more, by name. */
  titles: ReadonlyMap<string, string>;
  aside?: ReactNode;
}) {
  const offered = useQuery(api.hiring.listOfferedChallenges.queryOptions());
  const titleOf = (slug: string) =>
    offered.data?.find((one) => one.slug === slug)?.title ?? titles.get(slug) ?? slug;
  return (
    <div className={`${cards.columns} ${fields.disabled ? classes.locked : ''}`}>
      <div>
        <AboutFields {...fields} />
        <ChallengeFields {...fields} offered={offered.data} titleOf={titleOf} />
        {offered.isError ? (
          <ProblemNotice order={3} error={offered.error} onRetry={() => void offered.refetch()} />
        ) : null}
        <InterviewFields {...fields} />
      </div>
      <div>
        {aside}
        <PolicyFields {...fields} />
        <ReviewFields {...fields} />
      </div>
    </div>
  );
}
