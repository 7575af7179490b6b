import type { Member } from '@assay/contracts/http';
import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';

/** Asks before somebody loses their access. */
export function RemoveMemberDialog({
  member,
  onClose,
}: {
  member: Member | undefined;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const remove = useMutation(
    api.admin.removeMember.mutationOptions({
      onSuccess: async () => {
        close();
        await queries.invalidateQueries({ queryKey: api.admin.listMembers.key() });
      },
    }),
  );
  const close = () => {
    remove.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={member !== undefined}
      onClose={close}
      title={`Remove ${member?.name ?? ''}?`}
      keep="Keep access"
      act="Remove"
      onAct={() => {
        if (member) remove.mutate({ memberId: member.id });
      }}
      isActing={remove.isPending}
      error={remove.error}
    >
      <Text>
        {member?.name} is signed out everywhere at once, and their password and API tokens end. What
        they wrote and decided stays, with their name. Add {member?.email} again to give access
        back.
      </Text>
    </ConfirmDialog>
  );
}
