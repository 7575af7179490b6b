import type { AssessmentDraft } from '@assay/contracts/http';
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import cards from '#app/Cards.module.css';
import type { FieldProps } from '#features/admin/fieldProps.ts';

/** What an assessment is called, and who invites to it. */
export function AboutFields({ draft, disabled, problems, onChange }: FieldProps<AssessmentDraft>) {
  const roles = useQuery(api.hiring.listRoles.queryOptions());
  return (
    <section className={cards.card} aria-labelledby="about">
      <h2 id="about">What it is</h2>
      <p className={cards.lead}>Candidates read the title and who invites.</p>
      <Stack gap={12}>
        <TextInput
          label="Title"
          placeholder="Backend engineer"
          autoComplete="off"
          maxLength={120}
          disabled={disabled}
          value={draft.title}
          error={problems.get('title')}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <TextInput
          label="Who invites"
          placeholder="Your company"
          autoComplete="organization"
          maxLength={120}
          disabled={disabled}
          value={draft.organisation}
          error={problems.get('organisation')}
          onChange={(event) => onChange({ organisation: event.currentTarget.value })}
        />
        <NativeSelect
          label="Role"
          description="What it is for. Only you see it."
          disabled={disabled}
          data={[
            { value: '', label: 'None' },
            ...(roles.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={draft.roleId ?? ''}
          onChange={(event) => onChange({ roleId: event.currentTarget.value || undefined })}
        />
      </Stack>
    </section>
  );
}
