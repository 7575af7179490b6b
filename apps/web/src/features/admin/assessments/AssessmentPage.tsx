import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { AssessmentEditor } from './editor/AssessmentEditor.tsx';

/** A version of an assessment: what it says, its history, and the way to change it. */
export function AssessmentPage() {
  const { assessmentId = '' } = useParams();
  const found = useQuery(api.hiring.getAssessment.queryOptions({ input: { assessmentId } }));
  if (found.isPending) return <Loading label="Opening the assessment" />;
  if (found.isError)
    return (
      <StaffPage title="Assessment">
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      </StaffPage>
    );
  return <AssessmentEditor key={assessmentId} template={found.data} />;
}
