import type { Language } from '@assay/contracts/challenge';
import { Button, Group, Modal, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, client } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';

type Beginning = 'blank' | 'challenge' | 'assessment' | 'submission';
const beginnings: Beginning[] = ['submission', 'assessment', 'challenge', 'blank'];

type Props = {
  /** What a candidate has handed in, where the session goes on from it. */
  submissionId: string | undefined;
  suggested: string;
  candidate: string;
  onClose: () => void;
};

/** Prepares a session and opens its page. */
export function NewSessionDialog({ opened, ...props }: Props & { opened: boolean }) {
  return (
    <Modal opened={opened} onClose={props.onClose} title="Prepare a live session" size={520}>
      <NewSessionForm {...props} />
    </Modal>
  );
}

function NewSessionForm({ submissionId, suggested, candidate, onClose }: Props) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const choices = useQuery(api.live.listChoices.queryOptions());
  const [title, setTitle] = useState(suggested);
  const [minutes, setMinutes] = useState(60);
  const [kind, setKind] = useState<Beginning>(
    submissionId === undefined ? 'challenge' : 'submission',
  );
  const [chosen, setChosen] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  const [templateId, setTemplateId] = useState<string>();
  const templates = choices.data?.assessments ?? [];
  const template = templates.find(({ id }) => id === templateId) ?? templates[0];
  const offered = (kind === 'assessment' ? template?.challenges : choices.data?.challenges) ?? [];
  const begun = offered.find((one) => one.slug === chosen) ?? offered[0];
  const languages = begun?.languages ?? [];
  const spoken = languages.find(({ language }) => language === wanted) ?? languages[0];
  const from = beginning(kind, {
    slug: begun?.slug,
    submissionId,
    assessmentId: template?.id,
    language: spoken?.language,
  });
  const create = useMutation({
    mutationFn: (input: Parameters<typeof client.live.createSession>[0]) =>
      client.live.createSession(input),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: api.live.listSessions.key() });
      const named = candidate === '' ? '' : `?candidate=${encodeURIComponent(candidate)}`;
      await navigate(`/live/${id}${named}`);
    },
  });
  const problems = fieldProblems(create.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (from !== undefined) create.mutate({ title: title.trim(), minutes, from });
      }}
    >
      <Stack gap={16}>
        <TextInput
          label="Title"
          description="Everybody in the session sees it."
          data-autofocus
          autoComplete="off"
          maxLength={120}
          value={title}
          error={problems.get('title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <WholeNumberInput
          label="Planned"
          suffix=" minutes"
          min={5}
          max={480}
          value={minutes}
          fallback={60}
          onChange={setMinutes}
        />
        <Radio.Group
          label="The workspace begins as"
          value={kind}
          onChange={(value) => setKind(beginnings.find((one) => one === value) ?? 'challenge')}
        >
          <Stack gap={10} mt={8}>
            {submissionId === undefined ? null : (
              <Radio
                value="submission"
                label="The submission"
                description="A copy of what the candidate handed in, with the plan of their assessment. The submission itself stays as it is."
              />
            )}
            <Radio
              value="assessment"
              label="A challenge of an assessment"
              disabled={choices.data !== undefined && templates.length === 0}
              description="Its starter, with the plan, the rubric and the rules of the assessment."
            />
            <Radio
              value="challenge"
              label="A challenge"
              description="The starter of its version in use."
            />
            <Radio value="blank" label="Blank" description="One empty file." />
          </Stack>
        </Radio.Group>
        {kind === 'assessment' && template ? (
          <NativeSelect
            label="Assessment"
            description={
              template.plannedMinutes === 0
                ? 'It has no plan for an interview. You can write one next.'
                : `Its plan takes ${template.plannedMinutes} minutes.`
            }
            data={templates.map(({ id, title: name }) => ({ value: id, label: name }))}
            value={template.id}
            onChange={(event) => setTemplateId(event.currentTarget.value)}
          />
        ) : null}
        {kind === 'challenge' || kind === 'assessment' ? (
          <NativeSelect
            label="Challenge"
            data={offered.map((challenge) => ({
              value: challenge.slug,
              label: challenge.title,
            }))}
            value={begun?.slug ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        ) : null}
        {languages.length > 1 && (kind === 'challenge' || kind === 'assessment') ? (
          <NativeSelect
            label="Language"
            data={languages.map(({ language, title: name }) => ({ value: language, label: name }))}
            value={spoken?.language}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        ) : null}
        {choices.isError ? (
          <ProblemNotice order={3} error={choices.error} onRetry={() => void choices.refetch()} />
        ) : null}
        {create.isError && problems.size === 0 ? (
          <ProblemNotice order={3} error={create.error} />
        ) : null}
        <Text size="sm" c="dimmed">
          Nobody is told yet. People, plan and prepared files come next.
        </Text>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending} disabled={from === undefined}>
            Prepare it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function beginning(
  kind: Beginning,
  {
    slug,
    submissionId,
    assessmentId,
    language,
  }: Record<'slug' | 'submissionId' | 'assessmentId', string | undefined> & {
    language: Language | undefined;
  },
) {
  switch (kind) {
    case 'blank':
      return { kind };
    case 'challenge':
      return slug === undefined ? undefined : { kind, slug, language };
    case 'assessment':
      return slug === undefined || assessmentId === undefined
        ? undefined
        : { kind, assessmentId, slug, language };
    case 'submission':
      return submissionId === undefined ? undefined : { kind, submissionId };
  }
}
