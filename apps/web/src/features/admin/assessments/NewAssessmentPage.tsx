import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, client } from '#app/api.ts';
import { StaffPage } from '#app/StaffPage.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { useKeptDraft } from '#features/admin/useKeptDraft.ts';
import { blankAssessment } from './blankAssessment.ts';
import { AssessmentForm } from './editor/AssessmentForm.tsx';
import { SaveBar } from '#features/admin/SaveBar.tsx';
import { findMissing, tidyDraft } from './editor/tidyDraft.ts';

/** Where an assessment is made; what is typed is kept in this tab until it is. */
export function NewAssessmentPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { draft, change, isChanged, forget } = useKeptDraft('assessment/new', blankAssessment, 0);
  const create = useMutation({
    mutationFn: () => client.hiring.createAssessment(tidyDraft(draft)),
    onSuccess: async ({ id }) => {
      forget();
      void queries.invalidateQueries({ queryKey: api.admin.listAssessments.key() });
      await navigate(`/admin/assessments/${id}`, { replace: true });
    },
  });
  return (
    <StaffPage
      title="New assessment"
      lead="Nobody sees it until you invite somebody. Until then everything can be changed."
    >
      <AssessmentForm
        draft={draft}
        disabled={false}
        problems={fieldProblems(create.error)}
        titles={new Map()}
        onChange={change}
      />
      <SaveBar
        label="Make the assessment"
        missing={findMissing(draft)}
        isChanged={isChanged}
        isPending={create.isPending}
        error={create.error}
        onSave={() => create.mutate()}
        onDiscard={forget}
      />
    </StaffPage>
  );
}
