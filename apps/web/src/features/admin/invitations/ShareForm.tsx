import type { AttemptTime, InvitationRow } from '@assay/contracts/http';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { TimeShareSelect } from './TimeShareSelect.tsx';

/** Sets how much of the assessment's time a candidate gets who has not started. */
export function ShareForm({
  invitation,
  time,
  onClose,
}: {
  invitation: InvitationRow;
  time: AttemptTime;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [timePercent, setTimePercent] = useState(time.timePercent);
  const save = useMutation(
    api.admin.setTime.mutationOptions({
      onSuccess: async () => {
        onClose();
        await queries.invalidateQueries({ queryKey: api.admin.key() });
      },
    }),
  );
  return (
    <Stack gap={16}>
      <TimeShareSelect
        minutes={Math.round((time.minutes * 100) / time.timePercent)}
        value={timePercent}
        onChange={setTimePercent}
      />
      {save.isError ? <ProblemNotice order={3} error={save.error} /> : null}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={save.isPending}
          onClick={() => save.mutate({ invitationId: invitation.id, timePercent })}
        >
          Save
        </Button>
      </Group>
    </Stack>
  );
}
