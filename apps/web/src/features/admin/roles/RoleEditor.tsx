import type { Role } from '@assay/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import cards from '#app/Cards.module.css';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { SaveBar } from '#features/admin/SaveBar.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { useKeptDraft } from '#features/admin/useKeptDraft.ts';
import { blankRole } from './blankRole.ts';
import { DeleteRole } from './DeleteRole.tsx';
import { JobDescription } from './JobDescription.tsx';
import { RoleAssessments } from './RoleAssessments.tsx';
import { RoleConflict } from './RoleConflict.tsx';
import { RoleFields } from './RoleFields.tsx';
import { findMissing, roleDraftOf, tidyRole } from './roleDraft.ts';
import { SkillFields } from './SkillFields.tsx';
import { SuggestedAssessment } from './SuggestedAssessment.tsx';
import { useSavingRole } from './useSavingRole.ts';

/** A role to write, beside what follows from it while it is written; without `role`, a new one. */
export function RoleEditor({ role }: { role: Role | undefined }) {
  const saved = role === undefined ? blankRole : roleDraftOf(role);
  const kept = useKeptDraft(`role/${role?.id ?? 'new'}`, saved, role?.revision ?? 0);
  const { draft, change } = kept;
  const { save, theirs, isPending, error } = useSavingRole({ role, kept });
  const offered = useQuery(api.hiring.listOfferedChallenges.queryOptions());
  const kits = useQuery(api.candidates.listKits.queryOptions());
  const known = [...(offered.data ?? []), ...(kits.data ?? [])].flatMap(({ skills }) => skills);
  const fields = { draft, disabled: false, problems: fieldProblems(error), onChange: change };
  return (
    <StaffPage
      title={role?.title ?? 'New role'}
      lead="What matters, and how much. The job description and the suggested assessment follow."
    >
      <div className={cards.columns}>
        <div>
          <RoleFields {...fields} part="about" />
          <SkillFields {...fields} known={known} />
          <RoleFields {...fields} part="words" />
        </div>
        <div>
          {offered.isError ? (
            <ProblemNotice order={3} error={offered.error} onRetry={() => void offered.refetch()} />
          ) : (
            <SuggestedAssessment
              draft={tidyRole(draft)}
              roleId={kept.isChanged ? undefined : role?.id}
              offered={offered.data}
              kits={kits.data ?? []}
            />
          )}
          <JobDescription draft={draft} onChange={change} />
          {role === undefined ? null : (
            <>
              <RoleAssessments assessments={role.assessments} />
              <DeleteRole role={role} />
            </>
          )}
        </div>
      </div>
      <SaveBar
        label={role === undefined ? 'Make the role' : 'Save'}
        missing={findMissing(draft)}
        isChanged={kept.isChanged}
        isPending={isPending}
        error={error}
        conflict={theirs ? <RoleConflict mine={draft} {...theirs} /> : null}
        onSave={save}
        onDiscard={kept.forget}
      />
    </StaffPage>
  );
}
