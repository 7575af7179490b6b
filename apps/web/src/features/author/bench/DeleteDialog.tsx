import type { AuthoredChallenge } from '@assay/contracts/http';
import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { archiveAddress } from './archiveAddress.ts';

/** Asks before a challenge goes for good, and offers to keep a copy. */
export function DeleteDialog({
  opened,
  onClose,
  challenge,
  onDeleted,
}: {
  opened: boolean;
  onClose: () => void;
  challenge: AuthoredChallenge;
  onDeleted: () => void;
}) {
  const { slug, title, head, revisions } = challenge;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation(
    api.author.deleteChallenge.mutationOptions({
      onSuccess: () => {
        onDeleted();
        void queries.invalidateQueries({ queryKey: api.author.listChallenges.key() });
        void navigate('/challenges');
      },
    }),
  );
  return (
    <Modal opened={opened} onClose={onClose} title={`Delete “${title}” for good?`} size={460}>
      <Stack gap={12}>
        <Text size="sm">
          No assessment and no attempt has it.{' '}
          {revisions.length === 1
            ? 'Its only version goes'
            : `All its ${revisions.length} versions go`}
          , with what was verified of them. This cannot be undone.
        </Text>
        <Text size="sm">
          An archive brings it back by Import, without its history:{' '}
          <Anchor href={archiveAddress(slug, head)} download size="sm">
            download the newest version
          </Anchor>
          .
        </Text>
        {remove.isError ? <ProblemNotice order={3} error={remove.error} /> : null}
        <Group justify="flex-end" gap={8} mt={8}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ slug })}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
