import type { CandidateSource } from '@assay/contracts/http';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { OnceShownLink } from '#features/admin/OnceShownLink.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { AssessmentSelect } from './AssessmentSelect.tsx';
import { DaysInput } from './DaysInput.tsx';
import { MailFields } from './MailFields.tsx';
import { SourceSelect } from './SourceSelect.tsx';
import { TimeShareSelect } from './TimeShareSelect.tsx';
import { useMailTerms } from './useMailTerms.ts';

type Props = {
  /** What the form begins with; the first of the list, unless it is said. */
  assessmentId: string | undefined;
  onClose: () => void;
};

/** Invites a candidate, then shows the link, this once. */
export function InviteDialog({ opened, ...props }: Props & { opened: boolean }) {
  return (
    <Modal opened={opened} onClose={props.onClose} title="Invite a candidate" size={480}>
      <InviteForm {...props} />
    </Modal>
  );
}

function InviteForm({ assessmentId: suggested, onClose }: Props) {
  const queries = useQueryClient();
  const assessments = useQuery(api.admin.listAssessments.queryOptions());
  const [assessmentId, setAssessmentId] = useState(suggested);
  const [candidateName, setName] = useState('');
  const [candidateEmail, setEmail] = useState('');
  const [expiresInDays, setDays] = useState<number>(14);
  const [source, setSource] = useState<CandidateSource>();
  const [timePercent, setTimePercent] = useState(100);
  const mail = useMailTerms();
  const invite = useMutation(
    api.admin.invite.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.admin.listInvitations.key() }),
    }),
  );

  if (invite.data) {
    return (
      <OnceShownLink
        link={invite.data.link}
        lead={
          invite.data.mailed
            ? `A mail with this link is on its way to ${invite.data.invitation.candidateEmail}.`
            : `Send this link to ${invite.data.invitation.candidateName}. It opens ${invite.data.invitation.assessmentTitle} and belongs to them alone.`
        }
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
          source,
          expiresInDays,
          timePercent,
          ...mail.input,
        });
      }}
    >
      <Stack gap={16}>
        <AssessmentSelect
          assessments={assessments.data}
          chosen={assessment}
          onChange={setAssessmentId}
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
        <SourceSelect value={source} onChange={setSource} />
        <DaysInput value={expiresInDays} onChange={setDays} />
        <TimeShareSelect
          minutes={assessment?.minutes}
          value={timePercent}
          onChange={setTimePercent}
        />
        {invite.isError && problems.size === 0 ? (
          <ProblemNotice order={3} error={invite.error} />
        ) : null}
        <MailFields terms={mail} days={expiresInDays} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={invite.isPending} disabled={chosen === undefined}>
            {mail.from !== undefined && mail.mail ? 'Send the invitation' : 'Make the link'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
