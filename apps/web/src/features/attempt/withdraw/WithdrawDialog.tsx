import type { CandidateAttempt } from '@assay/contracts/http';
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';

/** Asks before an attempt is withdrawn, which cannot be taken back. */
export function WithdrawDialog({
  attempt,
  opened,
  onClose,
}: {
  attempt: Pick<CandidateAttempt, 'id' | 'organisation' | 'state'>;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const withdraw = useMutation(
    api.candidate.withdraw.mutationOptions({
      onSuccess: (withdrawn) =>
        queries.setQueryData(
          api.candidate.getAttempt.queryKey({ input: { attemptId: attempt.id } }),
          withdrawn,
        ),
    }),
  );
  return (
    <Modal opened={opened} onClose={onClose} title="Withdraw from this assessment?" size={480}>
      <Stack gap={16}>
        <Text>
          {attempt.organisation} is told at once, and nothing you did here is graded.{' '}
          {attempt.state === 'running' ? 'Your clock stops and the editor closes. ' : ''}
          This cannot be taken back: the link does not start it again.
        </Text>
        <Textarea
          label="A word to the organiser"
          description="If you like. You do not have to give a reason."
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          label="I want to withdraw for good"
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        {withdraw.isError ? <ProblemNotice order={3} error={withdraw.error} /> : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Stay
          </Button>
          <Button
            color="red"
            disabled={!sure}
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate({
                attemptId: attempt.id,
                ...(reason.trim() !== '' && { reason: reason.trim() }),
              })
            }
          >
            Withdraw
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
