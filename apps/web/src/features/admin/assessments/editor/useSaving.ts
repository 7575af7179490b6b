import type { AssessmentDraft, AssessmentTemplate } from '@assay/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, client } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { keepDraftFor, type useKeptDraft } from '#features/admin/useKeptDraft.ts';
import { draftOf } from './draftOf.ts';
import { tidyDraft } from './tidyDraft.ts';

/**
 * Saves what was typed: into the version while nobody is invited to it, else as the next one. When somebody was
 * faster, `theirs` says what they saved, and nothing is lost until it is decided whose words stand.
 */
export function useSaving({
  template,
  kept,
  note,
}: {
  template: AssessmentTemplate;
  kept: ReturnType<typeof useKeptDraft<AssessmentDraft>>;
  note: string;
}) {
  const { id: assessmentId, lockedAt } = template;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [theirs, setTheirs] = useState<AssessmentTemplate>();
  const show = (shown: AssessmentTemplate) =>
    queries.setQueryData(
      api.hiring.getAssessment.queryKey({ input: { assessmentId: shown.id } }),
      shown,
    );
  const saving = useMutation({
    mutationFn: async () => {
      const draft = tidyDraft(kept.draft);
      return lockedAt === undefined
        ? client.hiring.saveAssessment({ ...draft, assessmentId, revision: kept.basedOn })
        : client.hiring.addAssessmentVersion({ ...draft, assessmentId, note });
    },
    onSuccess: async (saved) => {
      show(saved);
      kept.forget();
      setTheirs(undefined);
      void queries.invalidateQueries({ queryKey: api.admin.listAssessments.key() });
      if (saved.id !== assessmentId) await navigate(`/admin/assessments/${saved.id}`);
    },
    onError: async (error) => {
      const { code } = describeProblem(error);
      if (code !== 'CHANGED_MEANWHILE' && code !== 'LOCKED') return;
      const seen = await client.hiring.getAssessment({ assessmentId });
      const newest = seen.versions[0]?.id ?? assessmentId;
      if (code === 'LOCKED') show(seen);
      else if (newest === assessmentId) setTheirs(seen);
      else setTheirs(await client.hiring.getAssessment({ assessmentId: newest }));
    },
  });
  return {
    save: () => saving.mutate(),
    isPending: saving.isPending,
    error: saving.error,
    theirs: theirs && {
      theirs: draftOf(theirs),
      onKeepMine: () => {
        setTheirs(undefined);
        saving.reset();
        if (theirs.id === assessmentId) {
          show(theirs);
          kept.rebase(theirs.revision);
          return;
        }
        keepDraftFor(`assessment/${theirs.id}`, theirs.revision, kept.draft);
        kept.forget();
        void navigate(`/admin/assessments/${theirs.id}`);
      },
      onTakeTheirs: () => {
        setTheirs(undefined);
        saving.reset();
        kept.forget();
        show(theirs);
        if (theirs.id !== assessmentId) void navigate(`/admin/assessments/${theirs.id}`);
      },
    },
  };
}
