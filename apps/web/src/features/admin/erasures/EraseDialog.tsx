import type { ErasureRow } from '@assay/contracts/http';
import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';

/** Asks for the candidate's name before their work is gone for good. */
export function EraseDialog({
  row,
  onClose,
}: {
  row: ErasureRow | undefined;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const queries = useQueryClient();
  const erase = useMutation(
    api.admin.eraseAttempt.mutationOptions({
      onSuccess: async () => {
        close();
        await queries.invalidateQueries();
      },
    }),
  );
  const close = () => {
    erase.reset();
    setTyped('');
    onClose();
  };
  return (
    <Modal opened={row !== undefined} onClose={close} title="Erase this attempt?" size={480}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (row && typed === row.candidateName) erase.mutate({ attemptId: row.attemptId });
        }}
      >
        <Text>
          {row?.candidateName} is removed from {row?.assessmentTitle}: name, address, files with
          their history, what programs printed, reviewers’ notes, questions and feedback. The link
          opens nothing any more. Which tests held and the scores stay. Nobody can bring the rest
          back, but for copies of the database that you keep.
        </Text>
        <TextInput
          mt={16}
          label={`Type ${row?.candidateName ?? ''} to go on`}
          autoComplete="off"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {erase.isError ? <ProblemNotice order={3} error={erase.error} /> : null}
        <Group justify="flex-end" gap={8} mt={20}>
          <Button variant="default" onClick={close}>
            Keep it
          </Button>
          <Button
            type="submit"
            color="red"
            disabled={typed !== row?.candidateName}
            loading={erase.isPending}
          >
            Erase for good
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
