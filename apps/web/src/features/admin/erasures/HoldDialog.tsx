import type { DueErasure } from '@assay/contracts/http';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';

/** Asks why a candidate is held back from erasure. */
export function HoldDialog({ row, onClose }: { row: DueErasure | undefined; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const hold = useMutation(
    api.admin.holdCandidate.mutationOptions({
      onSuccess: async () => {
        close();
        await queries.invalidateQueries({ queryKey: api.admin.key() });
      },
    }),
  );
  const close = () => {
    hold.reset();
    setReason('');
    onClose();
  };
  const problems = fieldProblems(hold.error);
  return (
    <Modal
      opened={row !== undefined}
      onClose={close}
      title={`Hold ${row?.candidateName ?? ''} back?`}
      size={480}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (row?.candidateId) hold.mutate({ candidateId: row.candidateId, reason });
        }}
      >
        <Stack gap={16}>
          <Text>
            Nothing of this candidate is erased until an admin lets them go, neither by itself nor
            by hand. Do so only where a law wants it kept, as for a claim; what candidates asked for
            goes unanswered meanwhile.
          </Text>
          <Textarea
            label="Why"
            description="Kept with the hold alone, and gone with it."
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={problems.get('reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {hold.isError && problems.size === 0 ? (
            <ProblemNotice order={3} error={hold.error} />
          ) : null}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={hold.isPending}>
              Hold back
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
