import type { AuthoredChallenge } from '@assay/contracts/http';
import { Anchor, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '#app/api.ts';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';
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
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Delete “${title}” for good?`}
      keep="Keep it"
      act="Delete"
      onAct={() => remove.mutate({ slug })}
      isActing={remove.isPending}
      error={remove.error}
    >
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
    </ConfirmDialog>
  );
}
