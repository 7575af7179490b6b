import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { StaffPage } from '#app/StaffPage.tsx';
import { CriteriaTable } from './CriteriaTable.tsx';
import { GroupsTable } from './GroupsTable.tsx';
import { ReviewersTable } from './ReviewersTable.tsx';

/** How alike reviewers score, and whether groups of candidates go on equally often. */
export function FairnessPage() {
  const reviews = useQuery(api.fairness.getReviewFigures.queryOptions());
  return (
    <StaffPage
      title="Fairness"
      lead="Whether the same work gets the same score, whoever reads it and whoever wrote it. Counted, with how sure one can be; silent while there is too little to say."
    >
      <CriteriaTable query={reviews} criteria={reviews.data?.criteria} />
      <ReviewersTable query={reviews} reviewers={reviews.data?.reviewers} />
      <GroupsTable />
    </StaffPage>
  );
}
