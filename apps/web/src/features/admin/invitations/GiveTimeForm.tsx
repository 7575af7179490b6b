import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';

/** Gives minutes to a candidate whose clock runs, with a reason that they read. */
export function GiveTimeForm({ attemptId }: { attemptId: string }) {
  const queries = useQueryClient();
  const [minutes, setMinutes] = useState(5);
  const [reason, setReason] = useState('');
  const give = useMutation(
    api.admin.giveTime.mutationOptions({
      onSuccess: (time) => {
        setReason('');
        queries.setQueryData(api.admin.getTime.queryKey({ input: { attemptId } }), time);
      },
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate({ attemptId, minutes, reason: reason.trim() });
      }}
    >
      <Stack gap={12}>
        <Title order={3}>Give minutes</Title>
        <Group gap={12} align="flex-start" wrap="nowrap">
          <WholeNumberInput
            label="Minutes"
            w={96}
            min={1}
            max={240}
            value={minutes}
            fallback={1}
            onChange={setMinutes}
          />
          <TextInput
            label="Why"
            description="The candidate reads this."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            flex={1}
            required
            withAsterisk={false}
            maxLength={300}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Group>
        {give.isError ? <ProblemNotice order={3} error={give.error} /> : null}
        <Group justify="flex-end">
          <Button type="submit" loading={give.isPending} disabled={reason.trim() === ''}>
            Give {minutes} {minutes === 1 ? 'minute' : 'minutes'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
