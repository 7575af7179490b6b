import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { OnceShownLink } from '#features/admin/OnceShownLink.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { describeAssessment } from './describeAssessment.ts';
import { TimeShareSelect } from './TimeShareSelect.tsx';

/** Invites a candidate, then shows the link, this once. */
export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Invite a candidate" size={480}>
      <InviteForm onClose={onClose} />
    </Modal>
  );
}

function InviteForm({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const assessments = useQuery(api.admin.listAssessments.queryOptions());
  const [assessmentId, setAssessmentId] = useState<string>();
  const [candidateName, setName] = useState('');
  const [candidateEmail, setEmail] = useState('');
  const [expiresInDays, setDays] = useState<number>(14);
  const [timePercent, setTimePercent] = useState(100);
  const invite = useMutation(
    api.admin.invite.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.admin.listInvitations.key() }),
    }),
  );

  if (invite.data) {
    return (
      <OnceShownLink
        link={invite.data.link}
        lead={`Send this link to ${invite.data.invitation.candidateName}. It opens ${invite.data.invitation.assessmentTitle} and belongs to them alone.`}
        onClose={onClose}
      />
    );
  }
  if (assessments.isError) {
    return (
      <ProblemNotice
        order={3}
        error={assessments.error}
        onRetry={() => void assessments.refetch()}
      />
    );
  }
  const chosen = assessmentId ?? assessments.data?.[0]?.id;
  const assessment = assessments.data?.find(({ id }) => id === chosen);
  const problems = fieldProblems(invite.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined) return;
        invite.mutate({
          assessmentId: chosen,
          candidateName: candidateName.trim(),
          candidateEmail: candidateEmail.trim(),
          expiresInDays,
          timePercent,
        });
      }}
    >
      <Stack gap={16}>
        <NativeSelect
          label="Assessment"
          description={assessment ? describeAssessment(assessment) : undefined}
          data={(assessments.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          value={chosen ?? ''}
          onChange={(event) => setAssessmentId(event.currentTarget.value)}
        />
        <TextInput
          label="Name"
          required
          withAsterisk={false}
          data-autofocus
          autoComplete="off"
          maxLength={200}
          value={candidateName}
          error={problems.get('candidateName')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Email"
          type="email"
          required
          withAsterisk={false}
          autoComplete="off"
          value={candidateEmail}
          error={problems.get('candidateEmail')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NumberInput
          label="The link works for"
          suffix={expiresInDays === 1 ? ' day' : ' days'}
          min={1}
          max={90}
          clampBehavior="strict"
          allowDecimal={false}
          value={expiresInDays}
          onChange={(value) => setDays(typeof value === 'number' ? value : 14)}
        />
        <TimeShareSelect
          minutes={assessment?.minutes}
          value={timePercent}
          onChange={setTimePercent}
        />
        {invite.isError && problems.size === 0 ? (
          <ProblemNotice order={3} error={invite.error} />
        ) : null}
        <Text size="sm" c="dimmed">
          No mail is sent. You get a link and send it yourself.
        </Text>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={invite.isPending} disabled={chosen === undefined}>
            Make the link
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
