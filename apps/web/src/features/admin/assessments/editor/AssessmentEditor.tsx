import type { AssessmentTemplate } from '@assay/contracts/http';
import { Button, Group, TextInput } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { StaffPage } from '#app/StaffPage.tsx';
import { LockBadge } from '#features/admin/assessments/LockBadge.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { useKeptDraft } from '#features/admin/useKeptDraft.ts';
import { AssessmentForm } from './AssessmentForm.tsx';
import { AssessmentConflict } from './AssessmentConflict.tsx';
import { draftOf } from './draftOf.ts';
import { LockBanner } from './LockBanner.tsx';
import { SaveBar } from '#features/admin/SaveBar.tsx';
import { findMissing } from './tidyDraft.ts';
import { useSaving } from './useSaving.ts';
import { VersionHistory } from './VersionHistory.tsx';

/** A version of an assessment: read while it is locked, changed while it is not, or written anew as the next one. */
export function AssessmentEditor({ template }: { template: AssessmentTemplate }) {
  const { id, title, version, lockedAt, versions } = template;
  const isNewest = versions[0]?.id === id;
  const kept = useKeptDraft(`assessment/${id}`, draftOf(template), template.revision);
  const [changing, setChanging] = useState(false);
  const [note, setNote] = useState('');
  const isLocked = lockedAt !== undefined;
  const isWriting = isNewest && (!isLocked || changing || kept.isChanged);
  const { save, theirs, isPending, error } = useSaving({ template, kept, note });

  return (
    <StaffPage
      title={title}
      lead={`Version ${version} of this assessment.`}
      action={
        <Group gap={12}>
          {isLocked ? null : <LockBadge lockedAt={lockedAt} />}
          {isNewest ? (
            <Button
              component={Link}
              to={`/admin/candidates?invite=${id}`}
              leftSection={<IconMailPlus size={16} stroke={1.7} />}
              variant={isWriting && kept.isChanged ? 'default' : 'filled'}
            >
              Invite
            </Button>
          ) : null}
        </Group>
      }
    >
      <LockBanner template={template} isChanging={isWriting} onChangeIt={() => setChanging(true)} />
      <AssessmentForm
        draft={kept.draft}
        disabled={!isWriting}
        problems={fieldProblems(error)}
        titles={new Map(template.challenges.map((one) => [one.slug, one.title]))}
        onChange={kept.change}
        aside={<VersionHistory template={template} />}
      />
      {isWriting ? (
        <SaveBar
          label={isLocked ? `Make version ${version + 1}` : 'Save'}
          missing={findMissing(kept.draft)}
          isChanged={kept.isChanged}
          isPending={isPending}
          error={error}
          conflict={theirs ? <AssessmentConflict mine={kept.draft} {...theirs} /> : null}
          onSave={save}
          onDiscard={() => {
            kept.forget();
            setChanging(false);
          }}
        >
          {isLocked && kept.isChanged ? (
            <TextInput
              label="What is new in it"
              placeholder="For the history of versions"
              maxLength={300}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          ) : null}
        </SaveBar>
      ) : null}
    </StaffPage>
  );
}
